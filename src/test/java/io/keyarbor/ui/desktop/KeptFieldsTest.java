package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One-time codes, keys, files and fields of a person's own in the details of the whole window. */
class KeptFieldsTest {
  @TempDir Path folder;
  private final Locale before = Locale.getDefault();
  private DesktopStage app;

  @AfterEach
  void close() {
    app.close();
    Locale.setDefault(before);
  }

  private void open(Theme theme, double scale) throws Exception {
    app = new DesktopStage(folder);
    app.settings.change(s -> s.withTheme(theme).withFontScale(scale));
    app.withKeptFields();
    app.locked();
    app.person.see("#password");
    app.person.type(DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.fill("#search", Kept.NAME);
    app.person.press("Down");
  }

  private Credential credential() {
    return app.vault.content().all().stream()
        .filter(c -> c.details().name().equals(Kept.NAME))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1, en", "DARK, 1.5, de"})
  void areGoodToLookAt(Theme theme, double scale, String language) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(language));
    open(theme, scale);
    boolean german = language.equals("de");
    app.person.see(german ? "Einmalcode" : "One-time code");
    app.person.see("ED25519, 256 " + (german ? "Bit" : "bits"));
    app.photograph("kept-" + theme + "-" + scale + "-" + language);
    app.person.click(
        german ? "Einmalcode 20 Sekunden lang anzeigen" : "Show the one-time code for 20 seconds");
    app.photograph("kept-code-" + theme + "-" + scale + "-" + language);
    app.person.press("Ctrl+E");
    app.person.see("#add-field");
    app.photograph("kept-edit-" + theme + "-" + scale + "-" + language);
    assertEquals(4, credential().secretFields().size());
  }

  @Test
  void areCopiedAttachedAndRemoved() throws Exception {
    open(Theme.LIGHT, 1);
    app.person.click("Copy the one-time code");
    app.person.waitUntil(
        () -> {
          String text = Clipboard.getSystemClipboard().getString();
          return text != null && text.matches("[0-9]{6}");
        },
        "no code on the clipboard");
    app.pointAt(Files.writeString(folder.resolve("notes.txt"), "x"));
    app.person.click("Attach a file…");
    app.person.see("Save the attached file notes.txt");
    assertTrue(credential().secretFields().contains("file:notes.txt"));
    app.person.click("Remove the attached file plan of the rack.pdf");
    app.person.seeGone("Save the attached file plan of the rack.pdf");
    assertFalse(credential().secretFields().contains("file:plan of the rack.pdf"));
    Stagehand.onFx(() -> {
      app.desktop.lock();
      return null;
    });
    app.person.see("Unlock");
    app.person.seeGone("One-time code");
  }
}
