package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.keyarbor.language.Spoken;
import io.keyarbor.settings.Language;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can do before a vault is open, or without one. */
class FrontDoorTest {
  @TempDir Path folder;
  private final Spoken spoken = new Spoken();
  private DesktopStage app;

  @BeforeEach
  void prepare() throws Exception {
    app = new DesktopStage(folder);
    app.settings.onChange(s -> spoken.speak(s.language().locale()));
  }

  @AfterEach
  void close() {
    app.close();
    spoken.speak(Optional.empty());
  }

  private <T> void choose(String box, T value) {
    Stagehand.onFx(() -> {
      @SuppressWarnings("unchecked")
      ChoiceBox<T> choice = (ChoiceBox<T>) app.scene().lookup(box);
      choice.setValue(value);
      return null;
    });
  }

  private boolean has(String node) {
    return Stagehand.<Node>onFx(() -> app.scene().lookup(node)) != null;
  }

  @Test
  void whoHasNoVaultYetChoosesHowTheAppLooks() throws Exception {
    Files.delete(app.vaultFile);
    app.open();
    app.person.click("Appearance");
    app.person.see("#scale");
    choose("#theme", Theme.DARK);
    app.person.click("Done");
    app.person.seeGone("#scale");

    assertEquals(Theme.DARK, app.settings.current().theme());
    app.person.see("Create a vault");
  }

  @Test
  void whatProtectsTheVaultCannotBeChangedWhileItIsLocked() {
    app.locked();
    Settings before = app.settings.current();
    app.person.click("Appearance");
    app.person.see("#scale");

    assertFalse(has("#autoLock") || has("#quickUnlock") || has("#clipboard"));
    assertFalse(app.person.sees("Reset to defaults"));
    assertEquals(before, app.settings.current());
  }

  @Test
  void anotherLanguageIsSpokenAtOnceAndTheChoiceStaysOpen() {
    app.locked();
    app.person.click("Appearance");
    app.person.see("#language");
    choose("#language", Language.GERMAN);
    app.person.see("Schriftgröße");
    app.person.press("Esc");
    app.person.see("Master-Passwort");
  }

  @Test
  void theLogAndTheVersionAreThereWithoutTheVault() {
    app.locked();
    app.person.click("Log");
    app.person.see("#log-lines");
    app.person.press("Esc");
    app.person.seeGone("#log-lines");
    app.person.click("About Keyarbor");
    app.person.see("Copy system facts");
  }

  @Test
  void theKeyboardAloneLeadsThere() {
    app.locked();
    app.person.see("About Keyarbor");
    app.person.press("Shift+Tab");
    app.person.press("Space");
    app.person.see("Copy system facts");
  }

  @Test
  void whatIsOpenThereDoesNotStayInTheWayOfTheVault() {
    app.locked();
    app.person.click("Log");
    app.person.see("#log-lines");
    app.unlockElsewhere();
    app.person.see("#search");
    app.person.seeGone("#log-lines");
  }
}
