package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Grouping;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.VaultState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopTest {
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

  private Credential named(String name) {
    return app.vault.content().all().stream()
        .filter(c -> c.details().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Finds one credential and chooses it in the list. */
  private void choose(String name) {
    app.person.fill("#search", name);
    app.person.press("Down");
    app.person.see("Move to the trash");
  }

  @Test
  void aFirstStartOffersToCreateOpenAndTryTheDemo() {
    app.open();
    app.person.see("Open a vault…");
    app.person.click("Try the demo");

    assertEquals(List.of("demo"), app.asked);
  }

  @Test
  void aWrongPasswordIsToldWhereItWasTypedAndTheRightOneOpens() {
    app.locked();
    app.person.see("Master password");
    app.person.type("not this one");
    app.person.press("Enter");
    app.person.see(new VaultException.WrongPassword().getMessage());
    app.person.press("Ctrl+A");
    app.person.type(DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see("14 credentials");

    assertEquals(app.vaultFile, app.settings.current().recentVault().orElseThrow());
  }

  @Test
  void anOlderCopyIsOpenedOnlyIfThePersonSaysSo() {
    app.vault.refuse(new VaultException.OlderCopy(app.vaultFile, 3, 9));
    app.locked();
    app.person.see("Master password");
    app.person.type(DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see("Open it as it is");
    assertEquals(VaultState.LOCKED, app.vault.state());
    app.person.click("Open it as it is");

    app.person.see("14 credentials");
  }

  @Test
  void aVaultIsCreatedOnceBothPasswordsAreTheSameAndHardToGuess() {
    app.open();
    app.person.click("Create a vault");
    app.person.fill("#name", "Work");
    app.person.fill("#password", "password");
    app.person.fill("#again", "password");
    app.person.press("Enter");
    app.person.see(".notice");
    assertEquals(VaultState.LOCKED, app.vault.state());
    app.person.fill("#password", "six quiet lamps over Lisbon");
    app.person.fill("#again", "six quiet lamps over Lisbon");
    app.person.press("Enter");
    app.person.see("No credentials yet");

    assertEquals("Work", app.vault.session().orElseThrow().vaultName());
    assertEquals(
        folder.resolve("work.keyarbor"), app.settings.current().recentVault().orElseThrow());
  }

  @Test
  void searchNarrowsTheListAndEscapeBringsItBack() {
    app.unlocked();
    app.person.press("Ctrl+F");
    app.person.type("kubernetes");
    app.person.see("1 of 14 credentials");
    app.person.press("Esc");

    app.person.see("14 credentials");
  }

  @Test
  void whatIsPutInTheTrashComesBackWithUndo() {
    app.unlocked();
    choose("Proxmox Lab");
    app.person.press("Delete");
    app.person.see("Undo");
    assertEquals(1, app.vault.content().trash().size());
    app.person.press("Ctrl+Z");
    app.person.waitUntil(() -> app.vault.content().trash().isEmpty(), "it stays in the trash");

    assertEquals(14, app.vault.content().all().size());
  }

  @Test
  void deletingForGoodAsksFirstAndEnterDoesNotDoIt() {
    app.unlocked();
    choose("Proxmox Lab");
    app.person.press("Delete");
    app.person.see("Undo");
    app.person.click("#shelf-trash");
    app.person.click("Empty the trash…");
    app.person.see("Delete for good?");
    app.person.press("Enter");
    app.person.seeGone("Delete for good?");
    assertEquals(1, app.vault.content().trash().size());
    app.person.click("Empty the trash…");
    app.person.click("Delete for good");

    app.person.see("The trash is empty");
    assertEquals(List.of(), app.vault.content().trash());
  }

  @Test
  void aTestShowsItsVerdictInTheListAndTheDetails() {
    app.unlocked();
    choose("Kubernetes Staging");
    app.person.see("Status: Unreachable");
    app.person.press("Ctrl+T");

    app.person.see("Kubernetes Staging, Kubernetes, Connected");
    // The earlier verdict stays below, in the history.
    app.person.waitUntil(
        () ->
            "Status: Connected"
                .equals(app.scene().lookup(".verdict-panel .verdict-badge").getAccessibleText()),
        "the details do not show the new verdict");
  }

  @Test
  void allThatIsListedIsTested() {
    app.unlocked();
    app.person.press("Ctrl+Shift+T");
    app.person.see("Status: Connected");
    app.person.waitUntil(
        () ->
            app.vault.content().all().stream()
                .filter(c -> c.lastTest().isPresent())
                .allMatch(c -> c.lastTest().get().at().equals(Sample.NOW)),
        "not all were tested");
    app.person.click("#shelf-failing");

    app.person.see("Nothing fails");
  }

  @Test
  void aServerThatIsNotTrustedIsPinnedAndTestedAgain() {
    app.unlocked();
    choose("Grafana Operations");
    app.person.click("Trust this certificate");
    app.person.see("Status: Connected");

    assertTrue(named("Grafana Operations").details().trust().toString().contains("AB:CD:EF"));
  }

  @Test
  void aSecretIsShownOnDemandAndGoneAfterLocking() {
    app.unlocked();
    choose("OpenAI Research");
    app.person.see("Secret, hidden");
    app.person.click("Show API key for 20 seconds");
    app.person.see("Secret, shown on the screen");
    app.person.press("Ctrl+L");
    app.person.see("Master password");

    assertFalse(app.person.sees("Secret, shown on the screen"));
    assertFalse(app.person.sees("OpenAI Research"));
    app.person.waitUntil(() -> app.vault.state() == VaultState.LOCKED, "the vault is not locked");
  }

  @Test
  void lockingClosesWhateverDialogIsOpen() {
    app.unlocked();
    app.person.press("Ctrl+Comma");
    app.person.see("Settings");
    Stagehand.onFx(() -> {
      app.vault.lock();
      return null;
    });
    app.person.see("Master password");

    assertFalse(app.person.sees("Settings"));
  }

  @Test
  void closingTheWindowLocksTheVaultAndTakesBackWhatWasCopied() {
    app.unlocked();
    choose("OpenAI Research");
    app.person.press("Ctrl+C");
    app.person.see("OpenAI Research copied; cleared in 30 s");
    app.close();

    assertEquals(VaultState.LOCKED, app.vault.state());
    assertFalse(Stagehand.onFx(() -> Clipboard.getSystemClipboard().hasString()));
  }

  @Test
  void theVaultLocksWhenThePersonIsAwayAndNotBefore() {
    app.settings.change(s -> s.withAutoLockMinutes(5));
    app.unlocked();
    app.time.pass(Duration.ofMinutes(4));
    app.person.press("Down");
    app.time.pass(Duration.ofMinutes(4));
    assertEquals(VaultState.UNLOCKED, app.vault.state());
    app.time.pass(Duration.ofMinutes(1));
    app.person.see("Master password");

    app.person.waitUntil(() -> app.vault.state() == VaultState.LOCKED, "the vault is not locked");
  }

  @Test
  void theMainSecretIsCopiedWithOneKey() {
    app.unlocked();
    choose("OpenAI Research");
    app.person.press("Ctrl+C");
    app.person.see("OpenAI Research copied; cleared in 30 s");

    assertEquals(Sample.SECRET, Stagehand.onFx(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void keysOpenTheWizardAndTheEditor() {
    app.unlocked();
    choose("OpenAI Research");
    app.person.press("Ctrl+E");
    app.person.see("Edit “OpenAI Research”");
    app.person.press("Esc");
    app.person.seeGone("Edit “OpenAI Research”");
    app.person.press("Ctrl+N");

    app.person.see("Add a credential");
  }

  @Test
  void theFocusStaysInADialogAndComesBackAfterIt() {
    app.unlocked();
    app.person.press("Ctrl+Comma");
    app.person.see("Settings");
    for (int i = 0; i < 12; i++) {
      app.person.press("Tab");
      assertTrue(
          Stagehand.onFx(() -> {
            var owner = app.scene().getFocusOwner();
            return app.scene().lookup(".dialog-box").lookupAll("*").contains(owner);
          }),
          "the focus left the dialog after " + i + " tabs");
    }
    app.person.press("Esc");
    app.person.seeGone("Settings");

    assertEquals("tree", Stagehand.onFx(() -> app.scene().getFocusOwner().getId()));
  }

  @Test
  void groupingIsRememberedAndAGroupIsMadeFromTheMenu() {
    app.settings.change(s -> s.withGrouping(Grouping.GROUP));
    app.unlocked();
    app.person.see("Home lab");
    Stagehand.onFx(() -> {
      app.newGroup();
      return null;
    });
    app.person.see("New group");
    app.person.type("Work");
    app.person.press("Enter");
    app.person.see(new VaultException.NameTaken("Work").getMessage());
    app.person.fill("#group-name", "Archive");
    app.person.press("Enter");
    app.person.seeGone("New group");

    app.person.see("Archive");
  }
}
