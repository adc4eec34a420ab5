package io.keyarbor.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;

/** The wizard's first page: tiles, search, and what a person pastes. */
class ChoosingServiceTest extends WizardTests {
  @Test
  void findsTheServiceOfAPastedKey() {
    open(CredentialWizard::add);
    copied("ghp_" + "0".repeat(36));
    person.press("Ctrl+V");
    person.click("Use it for GitHub");
    person.see("GitHub");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    Credential saved = all().getFirst();
    assertEquals("github", saved.details().serviceType());
    assertTrue(stored(saved.id()).containsValue("ghp_" + "0".repeat(36)));
  }

  @Test
  void takesAPasteWhereverTheFocusIs() {
    open(CredentialWizard::add);
    person.see("#service-github");
    copied("ghp_" + "0".repeat(36));
    for (String place : List.of("#service-aws", "Cancel", "#search")) {
      Stagehand.onFx(() -> {
        stage.focus(place);
        return null;
      });
      person.press("Ctrl+V");
      person.see("Use it for GitHub");
      assertFalse(person.describe().contains("ghp_"), person.describe());
      person.click("Forget the pasted key");
      person.seeGone("Use it for GitHub");
    }
    person.click("Paste a key");
    person.see("Use it for GitHub");
    person.press("Enter");
    person.see("Test connection");
  }

  @Test
  void aKeyThatNobodyKnowsGoesToTheServiceThatIsChosen() {
    open(CredentialWizard::add);
    copied("visibly-fake-0000-key");
    person.press("Ctrl+V");
    person.see(
        "The pasted text looks like no key that is known. Choose its service below; the key is"
            + " filled in there.");
    person.fill("#search", "github");
    person.click("#service-github");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    assertEquals(Map.of("token", "visibly-fake-0000-key"), stored(all().getFirst().id()));
  }

  @Test
  void aKeyFileEndsInTheFieldOfItsChoiceWithAllItsLines() {
    String key =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nZmFrZTAwMDA=\n-----END OPENSSH PRIVATE KEY-----";
    open(CredentialWizard::add);
    copied(key + "\n");
    person.press("Ctrl+V");
    person.click("Use it for SSH");
    person.fill("Host", "192.0.2.10");
    person.fill("User", "demo");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    assertEquals(Map.of("private_key", key), stored(all().getFirst().id()));
  }

  @Test
  void variablesFillSeveralFields() {
    open(CredentialWizard::add);
    copied("export PGPASSWORD='fake-0000'\nPGUSER=ada\nPGHOST=db.example\nPGDATABASE=shop\n");
    person.press("Ctrl+V");
    person.see("Use it for PostgreSQL");
    stage.photograph("wizard-1-pasted");
    person.press("Enter");
    person.see("Test connection");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    Credential saved = all().getFirst();
    assertEquals(Map.of("password", "fake-0000"), stored(saved.id()));
    assertEquals("ada", saved.details().fields().get("user"));
    assertEquals("db.example", saved.details().fields().get("host"));
    assertEquals("shop", saved.details().fields().get("database"));
  }

  @Test
  void aConnectionUrlStaysSecret() {
    open(CredentialWizard::add);
    copied("DATABASE_URL=postgres://ada:fake0000@db.example/shop");
    person.press("Ctrl+V");
    person.click("Use it for PostgreSQL");
    person.click("Next");
    person.click("Save");
    person.seeGone("Add a credential");
    assertTrue(
        stored(all().getFirst().id()).containsValue("postgres://ada:fake0000@db.example/shop"));
  }

  @Test
  void aPastedKeyIsForgottenWhenTheWizardIsCancelled() {
    open(CredentialWizard::add);
    copied("ghp_" + "0".repeat(36));
    person.press("Ctrl+V");
    person.see("Use it for GitHub");
    var pasted = (PastedKey) person.see(".pasted");
    assertTrue(Stagehand.onFx(pasted::isThere));
    person.press("Escape");
    person.click("Discard");
    person.seeGone("Add a credential");
    assertFalse(Stagehand.onFx(pasted::isThere));
  }

  @Test
  void saysThatTheClipboardIsEmpty() {
    open(CredentialWizard::add);
    Stagehand.onFx(() -> {
      Clipboard.getSystemClipboard().clear();
      return null;
    });
    person.click("Paste a key");
    person.see("There is no text on the clipboard. Copy the key first, then paste it here.");
  }

  @Test
  void movesBetweenTilesByArrowsAndSearchesByTyping() {
    open(CredentialWizard::add);
    person.see("#service-github");
    person.press("Down");
    String first = focused();
    person.press("Right");
    String second = focused();
    assertNotEquals(first, second);
    person.press("Left");
    assertEquals(first, focused());
    person.press("Down");
    person.press("Up");
    assertEquals(first, focused());
    person.press("End");
    person.press("Home");
    assertEquals(first, focused());
    person.press("Up");
    assertEquals("search", focused());
    person.press("Down");
    person.type("kuber");
    person.seeGone("#service-github");
    person.press("Down");
    assertEquals("service-kubernetes", focused());
    person.press("Enter");
    person.see("Test connection");
  }

  @Test
  void findsAServiceByTheVariableItsToolsRead() {
    open(CredentialWizard::add);
    person.fill("#search", "pgpassword");
    person.see("#service-postgresql");
    person.seeGone("#service-github");
  }

  @Test
  void opensThePagesOfAService() {
    open(CredentialWizard::add);
    person.click("Your service is not here?");
    assertTrue(templatesAsked.get());
    person.click("#service-github");
    person.click("Where do I get this?");
    person.click("Documentation");
    assertEquals("https://github.com/settings/tokens", pages.getFirst().toString());
    assertEquals(2, pages.size());
  }

  @Test
  void isGoodToLookAtWhenNarrow() {
    open(Theme.LIGHT, 1, 640, 480, CredentialWizard::add);
    stage.photograph("wizard-1-narrow");
    person.fill("#search", "cloud");
    stage.photograph("wizard-1-found");
    stage.close();
    open(Theme.DARK, 1, 1100, 720, CredentialWizard::add);
    copied("sk-" + "fake".repeat(10));
    person.press("Ctrl+V");
    person.see("Forget the pasted key");
    stage.photograph("wizard-1-wide-dark");
  }
}
