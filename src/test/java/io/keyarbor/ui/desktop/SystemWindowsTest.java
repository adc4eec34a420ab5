package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The windows about the system: settings, log, and the unlock window with a PIN. */
class SystemWindowsTest {
  @TempDir Path folder;
  private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(Locale.Category.DISPLAY, before);
  }

  @Test
  void aPinIsChosenWithThePasswordAndOpensTheVaultAfterALock() throws Exception {
    try (DesktopStage app = new DesktopStage(folder)) {
      app.settings.change(s -> s.withProtection(s.protection().withQuickUnlock(QuickUnlock.PIN)));
      app.locked();
      app.photograph("unlock-new-pin");
      app.person.fill("#newPin", "471");
      app.person.fill("Master password", DesktopStage.PASSWORD);
      app.person.press("Enter");
      app.person.see("A PIN needs at least 4 characters.");
      app.person.fill("#newPin", "4711");
      app.person.fill("Master password", DesktopStage.PASSWORD);
      app.person.press("Enter");
      app.person.see("#search");
      app.person.press("Ctrl+L");
      app.person.see("Unlock with the PIN");
      app.person.type("0000");
      app.person.press("Enter");
      app.person.see("That was not the PIN. 2 tries are left.");
      app.photograph("unlock-pin");
      app.person.type("4711");
      app.person.press("Enter");
      app.person.see("#search");
    }
  }

  /** The log of a story full of names says none of them. */
  @Test
  void theLogHoldsNothingOfTheVault() throws Exception {
    try (DesktopStage app = new DesktopStage(folder)) {
      app.unlocked();
      app.journal().failed(new IllegalStateException("Proxmox Production at 192.0.2.10"));
      Stagehand.onFx(() -> {
        app.menu("Log…");
        return null;
      });
      app.person.see("Lines of the log");
      ListView<?> lines = Stagehand.onFx(() -> (ListView<?>) app.scene().lookup("#log-lines"));
      while (Stagehand.onFx(() -> lines.getItems().isEmpty())) {
        Thread.onSpinWait();
      }
      app.photograph("log");
      app.person.fill("Show lines with", "nothing like it");
      assertEquals(List.of(), Stagehand.onFx(() -> List.copyOf(lines.getItems())));
      app.person.press("Esc");
      app.person.fill("#search", "Proxmox Production");
      app.person.press("Ctrl+L");
      app.person.see("Master password");
    }
    String log = Files.readString(folder.resolve("log/keyarbor.log"), StandardCharsets.UTF_8);
    assertTrue(log.contains("FAILED IllegalStateException@SystemWindowsTest"), log);
    for (String name :
        List.of(
            "Proxmox",
            "192.0.2.10",
            "Personal",
            "Production",
            DesktopStage.PASSWORD,
            folder.toString())) {
      assertFalse(log.contains(name), name);
    }
  }

  @Test
  void theSettingsScrollAtTheLargestTextAndSpeakGerman() throws Exception {
    try (DesktopStage app = new DesktopStage(folder)) {
      app.unlocked();
      Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
      app.settings.change(s -> s.withTheme(Theme.DARK).withFontScale(2));
      app.person.press("Ctrl+Comma");
      app.person.see("Einstellungen");
      app.person.see("Schriftgröße");
      app.photograph("settings-de-dark-2.0");
      ScrollPane pane = Stagehand.onFx(() -> (ScrollPane) app.scene().lookup(".settings-scroll"));
      assertTrue(
          Stagehand.onFx(() ->
              pane.getContent().getLayoutBounds().getHeight()
                  > pane.getViewportBounds().getHeight()));
      Stagehand.onFx(() -> {
        app.scene().lookup("#startHidden").requestFocus();
        return null;
      });
      app.photograph("settings-de-dark-2.0-end");
      assertTrue(Stagehand.onFx(() -> pane.getVvalue() > 0.5));
      app.person.press("Esc");
      app.settings.change(s -> s.withTheme(Theme.LIGHT).withFontScale(1));
      app.person.press("Ctrl+Comma");
      Stagehand.onFx(() -> {
        ((ScrollPane) app.scene().lookup(".settings-scroll")).setVvalue(1);
        return null;
      });
      app.photograph("settings-de-light-end");
    }
  }
}
