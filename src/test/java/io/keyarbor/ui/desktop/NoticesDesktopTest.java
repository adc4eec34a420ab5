package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.notify.Notifier;
import io.keyarbor.probe.Reason;
import io.keyarbor.settings.Presence;
import io.keyarbor.settings.Presence.Quiet;
import io.keyarbor.ui.notify.Notices;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.testing.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told who does not look at the window, and when they are left in peace. */
class NoticesDesktopTest {
  private static final String FAILS = "“Azure Production” does not work – Expired / ";

  @TempDir Path folder;
  private DesktopStage app;
  private volatile Optional<DesktopControls> window = Optional.empty();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile Runnable press = () -> {};

  @BeforeEach
  void prepare() throws Exception {
    app =
        new DesktopStage(folder)
            .accompanied(controls -> {
              window = Optional.of(controls);
              return List.of(
                  new Notices(
                      controls, app.settings, new Recorder(), new FxTimer(app.time), app.time));
            });
  }

  @AfterEach
  void close() {
    app.close();
  }

  private void presence(UnaryOperator<Presence> change) {
    app.settings.change(s -> s.withPresence(change.apply(s.presence())));
  }

  private void lookAway() {
    Stagehand.onFx(() -> {
      window.orElseThrow().hide();
      return null;
    });
  }

  private void find(String name) {
    Credential credential = app.vault.content().named(name).orElseThrow();
    Change change =
        new Change(
            credential.id(),
            name,
            Change.Kind.FAILS,
            Reason.EXPIRED,
            "The service at azure.example said something of its own",
            Sample.NOW,
            Optional.empty());
    Stagehand.onFx(() -> {
      app.tell(change);
      return null;
    });
    settle();
  }

  private void settle() {
    Stagehand.onFx(() -> null);
  }

  private void remindedAtUnlock() {
    app.person.waitUntil(() -> !told.isEmpty(), "nothing is told of what ends soon");
    assertEquals(
        "2 credentials end soon / GitHub release bot, Azure Production", told.removeFirst());
  }

  @Test
  void whatEndsSoonIsToldOnceADayHoweverOftenTheVaultIsOpened() {
    app.joined();
    remindedAtUnlock();
    app.time.pass(Duration.ofMinutes(6));
    app.vault.lock();
    app.person.see("Master password");
    app.unlockElsewhere();
    app.person.see("#search");
    settle();

    assertEquals(List.of("taken back"), told);
  }

  @Test
  void whatTestsFindIsToldToWhoLooksElsewhereAndPressingItLeadsBack() {
    app.joined();
    remindedAtUnlock();
    find("Azure Production");
    assertEquals(List.of(), told, "the window tells it already");
    lookAway();
    find("Azure Production");
    assertEquals(List.of(FAILS + Reason.EXPIRED.advice()), told);
    press.run();

    app.person.waitUntil(() -> window.orElseThrow().stage().isShowing(), "no window");
  }

  @Test
  void quietHoursHoldNewsBackUntilTheyAreOver() {
    presence(p -> p.withQuiet(Optional.of(new Quiet(LocalTime.of(9, 0), LocalTime.of(10, 12)))));
    app.joined();
    lookAway();
    find("Azure Production");
    find("Proxmox Lab");
    app.time.pass(Duration.ofMinutes(5));
    settle();
    assertEquals(List.of(), told);
    app.time.pass(Duration.ofMinutes(8));
    settle();

    remindedAtUnlock();
    assertEquals(List.of("2 things changed / Azure Production, Proxmox Lab"), told);
  }

  @Test
  void whoWantsNoneGetsNone() {
    presence(p -> p.withNotifications(false));
    app.joined();
    lookAway();
    find("Azure Production");
    settle();

    assertEquals(List.of(), told);
  }

  @Test
  void aLockTakesBackAllAndForgetsWhatWasHeldBack() {
    presence(p -> p.withQuiet(Optional.of(new Quiet(LocalTime.of(9, 0), LocalTime.of(10, 12)))));
    app.joined();
    lookAway();
    find("Azure Production");
    app.vault.lock();
    app.person.waitUntil(() -> told.contains("taken back"), "what was told is there still");
    app.time.pass(Duration.ofMinutes(14));
    settle();

    assertEquals(List.of("taken back"), told);
  }

  @Test
  void theEndOfLongWorkIsToldToWhoLooksElsewhere() {
    app.joined();
    remindedAtUnlock();
    lookAway();
    Stagehand.onFx(() -> {
      app.testAll();
      return null;
    });
    app.person.waitUntil(() -> !told.isEmpty(), "the end of the tests is not told");

    assertTrue(told.getFirst().matches("Tested \\d+ credentials / "), told.getFirst());
  }

  @Test
  void whatATestOfAllChangedIsToldByNameToWhoLooksElsewhere() {
    app.joined();
    remindedAtUnlock();
    lookAway();
    app.refuse("GitHub release bot");
    app.refuse("Grafana Operations");
    Stagehand.onFx(() -> {
      app.testAll();
      return null;
    });
    app.person.waitUntil(() -> told.size() == 2, "what changed is not told");

    assertTrue(told.getFirst().matches("Tested \\d+ credentials; 2 fail / "), told.getFirst());
    assertTrue(
        told.getLast().matches("\\d+ things changed / .*GitHub release bot.*"), told.getLast());
  }

  private final class Recorder implements Notifier {
    @Override
    public void tell(String title, String text, Runnable pressed) {
      told.add(title + " / " + text);
      press = pressed;
    }

    @Override
    public void takeBack() {
      told.add("taken back");
    }
  }
}
