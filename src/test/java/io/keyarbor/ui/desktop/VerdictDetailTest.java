package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verdict tells, and where it leads. */
class VerdictDetailTest {
  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void open() throws Exception {
    app = new DesktopStage(folder);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private void tested(String name, Reason reason, List<String> models) {
    Credential credential =
        app.vault.content().all().stream()
            .filter(c -> c.details().name().equals(name))
            .findFirst()
            .orElseThrow();
    app.vault
        .content()
        .recordTest(
            credential.id(),
            1,
            new Verdict(
                reason,
                reason.advice(),
                Sample.NOW,
                Duration.ofMillis(12),
                Map.of("Account", "demo"),
                List.of("models.read"),
                new Expiry.At(Sample.NOW.plus(Duration.ofDays(12))),
                models,
                Optional.empty()));
  }

  private static List<String> models(int count) {
    return IntStream.range(0, count).mapToObj("demo-model-%04d"::formatted).toList();
  }

  private static String clipboard() {
    return Stagehand.onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void thousandsOfModelsAreCountedSearchedAndCopied() {
    tested("OpenAI Research", Reason.OK, models(2000));
    app.unlocked();
    app.person.click("OpenAI Research");
    app.photograph("verdict-details");
    app.person.click("2,000 models");
    app.person.see("Models of “OpenAI Research”");
    app.photograph("models");
    app.person.fill("Search models", "1999");
    app.person.see("1 of 2,000 models");
    app.person.click("Copy demo-model-1999");
    assertEquals("demo-model-1999", clipboard());
    app.person.fill("Search models", "no such model");
    app.person.see("No model is called that.");
  }

  @Test
  void anExpiryTellsTheDaysThatAreLeft() {
    tested("OpenAI Research", Reason.OK, List.of());
    app.unlocked();
    app.person.click("OpenAI Research");
    app.person.see("Works until");
    assertTrue(app.person.describe().contains("12 days left"), app.person.describe());
  }

  @Test
  void aRefusedKeyLeadsToThePageWhereANewOneIsMade() {
    tested("GitHub release bot", Reason.BAD_CREDENTIAL, List.of());
    app.unlocked();
    app.person.click("GitHub release bot");
    app.person.click("Make a new key");
    app.person.waitUntil(() -> !app.pages.isEmpty(), "no page was opened");
    assertEquals("https://github.com/settings/tokens", app.pages.getFirst().toString());
  }

  @Test
  void whatWillBeSentIsShownWithoutSendingIt() {
    app.unlocked();
    app.person.click("GitHub release bot");
    app.person.click("What will be sent");
    app.person.see("Authorization: Bearer ••••••");
    app.photograph("what-will-be-sent");
    app.person.press("Esc");
    app.person.seeGone("Authorization: Bearer ••••••");
  }

  @Test
  void aServiceThatListsModelsApartIsAsked() {
    app.unlocked();
    assertTrue(
        app.catalogue().all().stream().anyMatch(t -> !t.models().isEmpty()),
        "no bundled template lists models apart");
    app.addFirstThatListsModels("Models apart");
    app.person.click("Models apart");
    app.person.click("List models");
    app.person.see("demo-large");
    Stagehand.onFx(() -> {
      app.desktop.lock();
      return null;
    });
    app.person.see("Unlock");
    app.person.seeGone("demo-large");
  }
}
