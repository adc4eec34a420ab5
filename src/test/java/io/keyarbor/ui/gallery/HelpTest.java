package io.keyarbor.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.ui.desktop.DesktopStage;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, as a person meets it. */
class HelpTest {
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

  @Test
  void helpIsAboutWhereThePersonIs() {
    app.locked();
    app.person.see("Master password");
    app.person.press("F1");
    app.person.see(
        "A vault is one encrypted file. Your master password opens it; nobody can reset that password, so keep it somewhere safe.");
    app.person.press("Esc");
    app.person.type(DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see("#search");
    app.person.press("Ctrl+N");
    app.person.see("#service-github");
    app.person.press("F1");
    app.person.see("Test before you save. A failed test warns, but never keeps you from saving.");
    app.person.click("Keyboard map");
    app.person.see("Ctrl+Shift+T");
    app.photograph("keyboard-map");
    assertFalse(app.person.sees("Topics"));
    app.person.press("Esc");
    app.person.seeGone("Ctrl+Shift+T");
    app.person.see("#service-github");
  }

  @Test
  void theTourIsOfferedOnceToWhoMadeTheirFirstVault() {
    app.settings.change(s -> s.withWelcomed(false));
    app.emptied().withWelcome().unlocked();
    app.person.see("Here you add credentials");
    app.photograph("welcome-tour");
    app.person.press("Enter");
    app.person.see("Here you find them");
    app.person.click("Skip the tour");
    app.person.seeGone("Here you find them");
    assertTrue(app.settings.current().welcomed());
    app.person.press("Ctrl+L");
    app.person.see("Master password");
    app.person.type(DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see("No credentials yet");
    assertFalse(app.person.sees("Here you add credentials"));
  }

  @Test
  void aboutTellsFactsThatHoldNothingOfThePerson() {
    app.unlocked();
    FxThread.run(() -> app.menu("About Keyarbor"));
    app.person.fill("Search libraries and licences", "h2 mpl");
    app.person.see("h2 2.5.252, MPL-2.0 OR EPL-1.0");
    app.person.click("Copy system facts");
    String facts = FxThread.ask(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(facts.contains("Java " + System.getProperty("java.version")), facts);
    assertFalse(facts.contains(System.getProperty("user.name")), facts);
    assertFalse(facts.contains(System.getProperty("user.home")), facts);
    assertEquals(8, facts.lines().count());
  }
}
