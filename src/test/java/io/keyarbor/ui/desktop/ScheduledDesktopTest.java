package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.testing.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person lets credentials be tested by themselves, and sees what that found. */
class ScheduledDesktopTest {
  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void start() throws Exception {
    app = new DesktopStage(folder);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private Credential credential(String name) {
    return app.vault.content().all().stream()
        .filter(c -> c.details().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Group group(String name) {
    return app.vault.content().groups().all().stream()
        .filter(g -> g.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void choose(String label) {
    Stagehand.onFx(() -> {
      Node shown =
          app.scene().getRoot().lookupAll("#schedule-choice").stream()
              .filter(ScheduledDesktopTest::isShown)
              .findFirst()
              .orElseThrow();
      choose((ComboBox<?>) shown, label);
      return null;
    });
  }

  private static boolean isShown(Node node) {
    return Stream.<Node>iterate(node, n -> n != null, Node::getParent).allMatch(Node::isVisible);
  }

  private static <T> void choose(ComboBox<T> box, String label) {
    box.getItems().stream()
        .filter(item -> item.toString().equals(label))
        .findFirst()
        .ifPresentOrElse(
            box::setValue,
            () -> {
              throw new AssertionError("no choice " + label);
            });
  }

  private static Change failed(Credential credential) {
    return new Change(
        credential.id(),
        credential.details().name(),
        Change.Kind.FAILS,
        Reason.EXPIRED,
        "The secret has expired. Make a new one.",
        Sample.NOW,
        Optional.empty());
  }

  /** A life of some weeks. */
  private void live(Credential credential) {
    Reason[] found = {
      Reason.OK,
      Reason.OK,
      Reason.OK,
      Reason.UNREACHABLE,
      Reason.OK,
      Reason.RATE_LIMITED,
      Reason.OK,
      Reason.INSUFFICIENT_PERMISSION,
      Reason.INSUFFICIENT_PERMISSION,
      Reason.EXPIRED
    };
    for (int i = 0; i < found.length; i++) {
      int minutes = (int) Duration.ofHours(30L * (found.length - i)).toMinutes();
      app.vault
          .content()
          .recordTest(credential.id(), 1, Sample.verdict(found[i], minutes, Optional.empty()));
    }
  }

  @Test
  void aGroupIsGivenAScheduleAndACredentialItsOwn() {
    app.settings.change(s -> s.withGrouping(Grouping.GROUP));
    app.unlocked();
    app.person.click("Home lab");
    app.contextMenu("Scheduled tests…");
    app.person.see("Scheduled tests");
    choose("Other…");
    app.person.fill("#schedule-hours", "36");
    app.person.click("Save");
    app.person.waitUntil(
        () -> group("Home lab").schedule().equals(new TestSchedule.Every(36)),
        "the group has no schedule");

    app.person.click("Proxmox Lab");
    app.person.press("Ctrl+E");
    app.person.see("“Home lab” says: every 36 hours.");
    choose("Never");
    app.person.see("Tested only when you ask for it.");
    app.person.click("Save");
    app.person.waitUntil(
        () -> credential("Proxmox Lab").details().schedule().equals(new TestSchedule.Never()),
        "the credential has no setting of its own");
  }

  @Test
  void aNumberOfHoursThatCannotBeIsTakenAsTheNearest() {
    app.settings.change(s -> s.withGrouping(Grouping.GROUP));
    app.unlocked();
    app.person.click("Home lab");
    app.contextMenu("Scheduled tests…");
    choose("Other…");
    app.person.fill("#schedule-hours", "999");
    app.person.click("Save");
    app.person.waitUntil(
        () -> group("Home lab").schedule().equals(new TestSchedule.Every(720)),
        "the group has no schedule");
  }

  @Test
  void whatAScheduledTestFoundIsToldAndLeadsToTheCredential() {
    Credential lab = credential("Proxmox Lab");
    Credential azure = credential("Azure Production");
    app.unlocked();
    app.person.fill("#search", "OpenAI");
    app.tell(failed(azure));
    app.tell(failed(lab));
    app.person.see("“Proxmox Lab” does not work – Expired");
    app.person.see("and 1 more");
    app.person.see("2");
    app.person.click("#news-show");
    app.person.seeGone("and 1 more");
    app.person.waitUntil(
        () -> app.scene().lookup(".detail-name").toString().contains("Proxmox Lab"),
        "the credential is not shown");
  }

  @Test
  void allThatChangedIsListedAndLeadsToTheCredential() {
    Credential lab = credential("Proxmox Lab");
    live(lab);
    app.unlocked();
    app.person.click("#news-bell");
    app.person.see("“Proxmox Lab” does not work – Expired");
    app.person.see("“Proxmox Lab” is accepted with limits");
    app.person.press("Esc");
    app.person.seeGone("What changed");
    app.person.click("#news-bell");
    app.person.see("What changed");
    app.person.click("Show");
    app.person.seeGone("What changed");
    app.person.see(".detail-name");
  }

  @Test
  void theHistoryIsShownShortAndWhole() {
    Credential lab = credential("Proxmox Lab");
    live(lab);
    app.unlocked();
    app.person.fill("#search", "Proxmox Lab");
    app.person.press("Down");
    app.person.see("History of tests");
    int all = app.vault.content().history(lab.id()).size();
    assertEquals(8, all);
    assertEquals(5, app.scene().getRoot().lookupAll(".history-line").size());
    app.person.press("Enter");
    Stagehand.onFx(() -> {
      ((Button) app.scene().lookup(".history-more")).fire();
      ((Button) app.scene().lookup(".history-line")).fire();
      return null;
    });
    app.person.waitUntil(
        () -> app.scene().getRoot().lookupAll(".history-line").size() == all, "not all are shown");
    app.person.waitUntil(
        () -> app.scene().lookup(".history-rest").isVisible(), "the line does not tell more");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 1.5"})
  void itCanBeLookedAt(Theme theme, double scale) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + scale;
    Credential lab = credential("Proxmox Lab");
    live(lab);
    live(credential("Azure Production"));
    app.vault.content().groups().change(group("Home lab").withSchedule(new TestSchedule.Every(12)));
    app.nextTests.put(lab.id(), Sample.NOW.plus(Duration.ofHours(5)));
    app.settings.change(s -> s.withTheme(theme).withFontScale(scale).withGrouping(Grouping.GROUP));
    app.unlocked();
    app.person.click("Home lab");
    app.contextMenu("Scheduled tests…");
    choose("Other…");
    app.photograph("schedule-group" + suffix);
    app.person.click("Cancel");
    app.person.seeGone("Cancel");
    app.person.click("Proxmox Lab");
    app.tell(failed(credential("Azure Production")));
    app.tell(failed(lab));
    app.person.see("and 1 more");
    Stagehand.onFx(() -> {
      ((Button) app.scene().lookup(".history-line")).fire();
      ((ScrollPane) app.scene().lookup(".detail .scroll-pane")).setVvalue(1);
      return null;
    });
    app.photograph("news-and-history" + suffix);
    app.person.click("#news-bell");
    app.person.see("What changed");
    app.photograph("news-list" + suffix);
    app.person.press("Esc");
    app.person.press("Ctrl+E");
    app.person.see("“Home lab” says: every 12 hours.");
    Stagehand.onFx(() -> {
      app.scene().lookup("#schedule-choice").requestFocus();
      app.scene()
          .getRoot()
          .lookupAll(".wizard .scroll-pane")
          .forEach(node -> ((ScrollPane) node).setVvalue(1));
      return null;
    });
    app.photograph("schedule-edit" + suffix);
    assertTrue(Files.exists(Path.of("target/pictures/schedule-edit" + suffix + ".png")));
  }
}
