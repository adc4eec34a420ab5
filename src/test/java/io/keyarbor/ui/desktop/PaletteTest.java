package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few letters, one key, and what was wanted is on the clipboard. */
class PaletteTest {
  private static final String SEARCH = "#palette-search";

  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void prepare() throws Exception {
    app = new DesktopStage(folder);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private static String clipboard() {
    return Stagehand.onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  private Credential credential(String name) {
    return app.vault.content().all().stream()
        .filter(c -> c.details().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void quick(String typed) {
    app.person.press("Ctrl+K");
    app.person.see(SEARCH);
    app.person.see("14 credentials");
    app.person.type(typed);
  }

  @Test
  void enterCopiesTheMainSecretSaysForHowLongAndTheNextTimeItIsFirst() {
    app.unlocked();
    quick("ghrb");
    app.person.press("Enter");
    app.person.see("Token of GitHub release bot copied; cleared in 30 s");
    app.person.seeGone(SEARCH);
    assertEquals(Sample.SECRET, clipboard());

    quick("");
    app.person.press("Ctrl+R");
    app.person.see("Command for GitHub release bot copied");
    assertTrue(clipboard().startsWith("keyarbor run --env G"), clipboard());
    assertTrue(
        clipboard().endsWith("=keyarbor://GitHub%20release%20bot/GITHUB_TOKEN -- "), clipboard());
    assertFalse(clipboard().contains(Sample.SECRET));
  }

  @Test
  void aNumberCopiesAnotherFieldAndThatStays() {
    app.unlocked();
    quick("prox lab");
    app.person.press("Ctrl+1");
    app.person.seeGone(SEARCH);
    assertEquals("https://pve.lab.example", clipboard());
  }

  @Test
  void aTestShowsItsVerdictInTheRowAndThePageOpensInTheBrowser() {
    app.unlocked();
    quick("proxmox lab");
    app.person.press("Ctrl+T");
    app.person.waitUntil(
        () -> credential("Proxmox Lab").lastTest().map(v -> v.reason() == Reason.OK).orElse(false),
        "it was not tested");
    app.person.see(SEARCH);
    app.person.press("Ctrl+A");
    app.person.type("github");
    app.person.press("Ctrl+O");
    app.person.waitUntil(() -> !app.pages.isEmpty(), "no page");
    assertEquals("github.com", app.pages.getFirst().getHost());
  }

  @Test
  void whileTheWindowIsAwayItHasOneOfItsOwnThatGoesWithTheLock() {
    app.unlocked();
    Stagehand.onFx(() -> {
      app.desktop.hide();
      app.desktop.quick();
      return null;
    });
    app.person.see(SEARCH);
    assertTrue(paletteWindow().isPresent());
    app.person.type("grafana");
    app.person.see("1 credential");
    app.photograph("palette-alone");
    Stagehand.onFx(() -> {
      app.desktop.lock();
      return null;
    });
    app.person.seeGone(SEARCH);
    assertTrue(paletteWindow().isEmpty());
  }

  private static Optional<Window> paletteWindow() {
    return Stagehand.onFx(() ->
        Window.getWindows().stream()
            .filter(w -> w.getScene() != null && w.getScene().lookup(".palette-window") != null)
            .findFirst());
  }

  @Test
  void whoGivesItUpAtTheLockedVaultIsNotShownItLater() {
    app.locked();
    askFor();
    Stagehand.onFx(() -> {
      app.desktop.hide();
      app.desktop.raise();
      return null;
    });
    unlock();
    assertFalse(app.person.sees(SEARCH), "asked for before the window went");
    app.vault.lock();
    app.person.see("Master password");
    askFor();
    app.time.pass(Duration.ofMinutes(2));
    unlock();
    assertFalse(app.person.sees(SEARCH), "asked for long ago");
  }

  private void askFor() {
    Stagehand.onFx(() -> {
      app.desktop.quick();
      return null;
    });
  }

  private void unlock() {
    app.unlockElsewhere();
    app.person.see("#search");
    // What comes with the unlock has come by then.
    Stagehand.onFx(() -> null);
  }

  @Test
  void whoAsksForItWhileTheVaultIsLockedUnlocksFirst() {
    app.locked();
    Stagehand.onFx(() -> {
      app.desktop.quick();
      return null;
    });
    assertFalse(app.person.sees(SEARCH));
    app.person.fill("Master password", DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see(SEARCH);
    app.person.press("Esc");
    app.person.seeGone(SEARCH);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1, en", "DARK, 1, de", "LIGHT, 1.5, de", "DARK, 1.5, en"})
  void itCanBeLookedAt(Theme theme, double scale, String language) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of(language));
    try {
      app.settings.change(s -> s.withTheme(theme).withFontScale(scale));
      app.unlocked();
      app.person.press("Ctrl+K");
      app.person.see(SEARCH);
      app.person.type("pro");
      app.person.see(".mark");
      String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + scale + "-" + language;
      app.photograph("palette" + suffix);
      app.person.press("Esc");
      app.person.press("Ctrl+Shift+E");
      app.person.see("#month");
      app.photograph("calendar" + suffix);
    } finally {
      Locale.setDefault(before);
    }
  }
}
