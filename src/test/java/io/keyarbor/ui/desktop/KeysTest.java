package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.ListOrder;
import io.keyarbor.settings.Protection;
import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn.SortType;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys act on what the person sees now, and what was arranged stays arranged. */
class KeysTest {
  @TempDir Path folder;
  private DesktopStage app;

  @BeforeEach
  void prepare() throws Exception {
    app = new DesktopStage(folder);
    app.settings.change(s -> s.withGrouping(Grouping.NONE));
  }

  @AfterEach
  void close() {
    app.close();
  }

  /** The list; on the JavaFX thread. */
  private TreeTableView<?> table() {
    return (TreeTableView<?>) app.scene().lookup("#tree");
  }

  private int credentials() {
    return app.vault.content().all().size();
  }

  private void unlockAgain() {
    app.person.press("Ctrl+L");
    app.person.see("Master password");
    app.person.type(DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see("14 credentials");
  }

  private void rightClick(String what) {
    app.person.click(what);
    Stagehand.onFx(() -> {
      Point2D at = table().localToScreen(1, 1);
      Event.fireEvent(
          table(),
          new ContextMenuEvent(
              ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, at.getX(), at.getY(), false, null));
      return null;
    });
  }

  @Test
  void keysOfAMenuThatWasClosedActOnNothingElsewhere() {
    Stagehand.onFx(() -> {
      Clipboard.getSystemClipboard().clear();
      return null;
    });
    app.vault.content().searches().put(new SavedSearch(SearchId.random(), "Ours", "proxmox"));
    app.unlocked();
    rightClick("OpenAI Research");
    app.person.see("Move to the trash (Del)");
    app.photograph("row-menu");
    app.person.press("Esc");
    app.person.seeGone("Move to the trash (Del)");
    assertTrue(Stagehand.onFx(() -> app.scene().getAccelerators().isEmpty()));
    Stagehand.onFx(() -> {
      app.scene().lookup("#more").requestFocus();
      return null;
    });
    app.person.press("Ctrl+C");
    app.person.press("Delete");
    app.person.click("Saved search Ours");
    app.person.see("2 of 14 credentials");
    app.person.press("Delete");
    app.person.seeGone("Saved search Ours");
    app.person.see("Search “Ours” deleted");
    assertEquals(14, credentials());
    assertFalse(Stagehand.onFx(() -> Clipboard.getSystemClipboard().hasString()));
  }

  @Test
  void ofSeveralTheLastOneChosenIsCopiedAndEditLeadsToWhatCanBeDoneWithAll() {
    app.unlocked();
    app.person.fill("#search", "proxmox");
    app.person.press("Down");
    app.person.press("Shift+Down");
    app.person.see("2 credentials chosen");
    app.person.press("Ctrl+C");
    app.person.see("Proxmox Production copied; cleared in 30 s");
    app.person.press("Ctrl+E");
    assertTrue(Stagehand.onFx(() -> isIn(app.scene().getFocusOwner(), "bulk")));
  }

  private static boolean isIn(Node node, String style) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  private List<MenuItem> sortItems() {
    MenuButton more = (MenuButton) app.scene().lookup("#more");
    return more.getItems().stream()
        .filter(i -> "Sort by".equals(i.getText()))
        .flatMap(i -> {
          Menu menu = (Menu) i;
          menu.getOnShowing().handle(null);
          return menu.getItems().stream();
        })
        .toList();
  }

  private void sortBy(String words) {
    Stagehand.onFx(() -> {
      sortItems().stream().filter(i -> words.equals(i.getText())).forEach(MenuItem::fire);
      return null;
    });
  }

  @Test
  void theMenuSortsAndThatIsKeptForTheNextStart() {
    app.unlocked();
    sortBy("Expires");
    sortBy("Descending");
    assertEquals(new ListOrder("expires", true), app.settings.current().order());
    assertEquals(
        List.of("Expires", "Descending"),
        Stagehand.onFx(() ->
            sortItems().stream()
                .filter(i -> i instanceof RadioMenuItem radio && radio.isSelected())
                .map(MenuItem::getText)
                .toList()));
    assertEquals("Expires DESCENDING", Stagehand.onFx(this::heading));
    app.photograph("sorted");
    sortBy("Name");
    sortBy("Ascending");
    assertEquals("", Stagehand.onFx(this::heading));
  }

  private String heading() {
    return table().getSortOrder().stream()
        .map(c -> c.getText() + " " + (c.getSortType() == SortType.DESCENDING ? "DESCENDING" : ""))
        .findFirst()
        .orElse("");
  }

  @Test
  void aStartShowsTheListAsItWasSorted() {
    app.settings.change(s -> s.withOrder(new ListOrder("name", true)));
    app.unlocked();
    assertEquals("Name DESCENDING", Stagehand.onFx(this::heading));
    app.person.press("Home");
    app.person.waitUntil(() -> "Signing passphrase".equals(shown()), "it is not the first");
    app.person.press("End");
    app.person.waitUntil(() -> "Anthropic Team".equals(shown()), "it is not the last");
    assertEquals(new ListOrder("name", true), app.settings.current().order());
  }

  private String shown() {
    return app.scene().lookup(".detail-name") instanceof Label name ? name.getText() : "";
  }

  @Test
  void aClosedGroupIsStillClosedAfterALock() {
    app.settings.change(s -> s.withGrouping(Grouping.GROUP));
    app.unlocked();
    Stagehand.onFx(() -> {
      table().getRoot().getChildren().getFirst().setExpanded(false);
      return null;
    });
    unlockAgain();
    assertEquals(
        List.of(false, true),
        Stagehand.onFx(() ->
            table().getRoot().getChildren().stream()
                .filter(item -> !item.isLeaf())
                .map(TreeItem::isExpanded)
                .toList()));
  }

  @Test
  void settingsThatWereResetComeBack() {
    app.settings.change(s ->
        s.withTheme(Theme.DARK)
            .withAutoLockMinutes(7)
            .withOrder(new ListOrder("expires", true))
            .withProtection(new Protection(true, false, QuickUnlock.PIN)));
    app.unlocked();
    Settings before = app.settings.current();
    app.person.press("Ctrl+Comma");
    app.person.click("Reset to defaults");
    app.person.see("Settings reset to the defaults. Quick unlock is off.");
    assertEquals(Settings.DEFAULTS.autoLockMinutes(), app.settings.current().autoLockMinutes());
    assertEquals(QuickUnlock.OFF, app.settings.current().protection().quickUnlock());
    assertEquals(before.order(), app.settings.current().order());
    app.person.press("Ctrl+Z");
    app.person.see("Settings as before. Quick unlock is set up anew at the next unlock.");
    assertEquals(before, app.settings.current());
  }
}
