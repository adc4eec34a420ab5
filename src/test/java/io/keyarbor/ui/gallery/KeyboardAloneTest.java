package io.keyarbor.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.ui.desktop.DesktopStage;
import io.keyarbor.vault.VaultState;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole day with the app, without touching a mouse. */
class KeyboardAloneTest {
  private static final String PASSWORD = "six quiet lamps over Lisbon";
  private static final int MOST_TABS = 80;

  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void open() throws Exception {
    app = new DesktopStage(folder);
    Files.delete(app.vaultFile);
  }

  @AfterEach
  void close() {
    app.close();
  }

  /** Presses Tab until the focus is on what has that id or those words. */
  private void tabTo(String what) {
    app.person.see(what);
    for (int i = 0; i < MOST_TABS; i++) {
      if (FxThread.ask(() -> isAt(what))) {
        return;
      }
      app.person.press("Tab");
    }
    throw new AssertionError("Tab does not lead to “" + what + "”:\n" + app.person.describe());
  }

  private boolean isAt(String what) {
    Node at = app.scene().getFocusOwner();
    if (at == null) {
      return false;
    }
    boolean labelled =
        Nodes.shown(app.scene().getRoot()).stream()
            .anyMatch(n ->
                n instanceof Label label
                    && label.getLabelFor() == at
                    && what.equals(label.getText()));
    return what.equals("#" + at.getId())
        || what.equals(at.getAccessibleText())
        || (at instanceof Labeled labeled && what.equals(labeled.getText()))
        || labelled;
  }

  private void press(String what) {
    tabTo(what);
    app.person.press("Space");
  }

  private void type(String field, String text) {
    tabTo(field);
    app.person.press("Ctrl+A");
    app.person.type(text);
  }

  @Test
  void fromTheFirstStartToTheLockWithoutAMouse() throws Exception {
    app.open();
    press("Create a vault");
    type("Master password", PASSWORD);
    type("Master password again", PASSWORD);
    app.person.press("Enter");
    app.person.see("No credentials yet");
    // The vault of this test is in memory, and the lock screen looks for its file.
    Files.createFile(app.settings.current().recentVault().orElseThrow());

    add();
    testAndCopy();
    editAndSearch();
    group();

    app.person.press("Ctrl+Comma");
    app.person.see("Lock when idle");
    app.person.press("Esc");
    app.person.press("F1");
    app.person.see("Topics");
    app.person.press("Esc");
    app.person.press("Ctrl+L");
    app.person.see("Unlock");
    assertEquals(VaultState.LOCKED, app.state());
    app.person.type(PASSWORD);
    app.person.press("Enter");
    app.person.see("Forge of the team");
  }

  private void add() {
    app.person.press("Ctrl+N");
    app.person.see("#service-github");
    app.person.type("github");
    app.person.seeGone("#service-proxmox");
    press("#service-github");
    type("#field-token", "visibly-fake-github-token");
    press("Test connection");
    app.person.see("Connected");
    press("Next");
    type("#credential-name", "Forge of the company");
    tabTo("#next");
    app.person.press("Enter");
    app.person.see("1 credential");
  }

  private void testAndCopy() {
    app.person.press("Ctrl+F");
    app.person.press("Down");
    app.person.press("Ctrl+T");
    app.person.see("Forge of the company, GitHub, Connected");
    app.person.press("Ctrl+C");
    app.person.see("Forge of the company copied; cleared in 30 s");
    assertEquals(
        "visibly-fake-github-token",
        FxThread.ask(() -> Clipboard.getSystemClipboard().getString()));
  }

  private void editAndSearch() {
    app.person.press("Ctrl+E");
    type("#credential-name", "Forge of the team");
    app.person.press("Enter");
    app.person.see("Forge of the team");
    app.person.press("Ctrl+F");
    app.person.type("nothing like this");
    app.person.see("Nothing found");
    app.person.press("Esc");
    app.person.seeGone("Nothing found");
  }

  /** The menu is opened with Space, and its items are reached with arrows. */
  private void group() {
    tabTo("#more");
    app.person.press("Space");
    app.person.see("New group…");
    app.person.press("Down");
    app.person.press("Down");
    app.person.press("Down");
    app.person.press("Down");
    app.person.press("Enter");
    app.person.see("#group-name");
    app.person.type("Work");
    app.person.press("Enter");
    app.person.waitUntil(() -> app.groups().contains("Work"), "the group was not made");
    assertTrue(app.groups().contains("Work"));
  }
}
