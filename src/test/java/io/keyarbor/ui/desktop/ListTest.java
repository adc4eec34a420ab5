package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Grouping;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.SavedSearch;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many at once, ways back, columns and saved searches in the main window. */
class ListTest {
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

  private List<Credential> all() {
    return app.vault.content().all();
  }

  private long tagged(String tag) {
    return all().stream().filter(c -> c.details().tags().contains(tag)).count();
  }

  private TreeTableView<?> table() {
    return (TreeTableView<?>) app.scene().lookup("#tree");
  }

  /** The headings; on the JavaFX thread. */
  private List<String> columns() {
    return table().getColumns().stream()
        .filter(TreeTableColumn::isVisible)
        .map(TreeTableColumn::getText)
        .toList();
  }

  @Test
  void allThatAreChosenGetATagInOneStepAndLoseItInOne() {
    app.unlocked();
    app.person.fill("#search", "proxmox");
    app.person.press("Down");
    app.person.press("Ctrl+A");
    app.person.see("2 credentials chosen");
    app.person.fill("#bulk-tag", "audited");
    app.person.press("Enter");
    app.person.waitUntil(() -> tagged("audited") == 2, "not both are tagged");
    app.person.see("Tag “audited” added to 2 credentials");
    app.person.see("Remove the tag audited from all");
    app.person.click("#tree");
    app.person.press("Ctrl+A");
    app.person.see("2 credentials chosen");
    app.person.press("Ctrl+Z");
    app.person.waitUntil(() -> tagged("audited") == 0, "the tag did not go");
    app.person.see("2 credentials as before");
  }

  @Test
  void manyGoToTheTrashAndComeBackLongAfterTheToast() {
    app.unlocked();
    app.person.press("Down");
    app.person.press("Ctrl+A");
    app.person.see("14 credentials chosen");
    app.person.press("Delete");
    app.person.waitUntil(() -> all().isEmpty(), "not all are in the trash");
    app.person.press("Ctrl+Z");
    app.person.waitUntil(() -> all().size() == 14, "not all came back");
    app.person.see("14 credentials");
  }

  @Test
  void aColumnIsChosenInTheMenuAndStaysChosen() {
    app.unlocked();
    assertFalse(Stagehand.onFx(() -> columns().contains("Tags")));
    Stagehand.onFx(() -> {
      MenuButton more = (MenuButton) app.scene().lookup("#more");
      Menu menu =
          (Menu)
              more.getItems().stream()
                  .filter(i -> "Columns".equals(i.getText()))
                  .findFirst()
                  .orElseThrow();
      assertTrue(menu.getItems().stream().noneMatch(i -> "Name".equals(i.getText())));
      CheckMenuItem tags =
          (CheckMenuItem)
              menu.getItems().stream()
                  .filter(i -> "Tags".equals(i.getText()))
                  .findFirst()
                  .orElseThrow();
      tags.setSelected(true);
      tags.fire();
      return null;
    });
    app.person.waitUntil(() -> columns().contains("Tags"), "the column is not shown");
    app.person.see("on call, production");
    assertFalse(app.settings.current().hiddenColumns().contains("tags"));
    assertTrue(app.settings.current().hiddenColumns().contains("group"));
  }

  @Test
  void theListIsStillSortedAsBeforeAfterALock() {
    app.unlocked();
    Stagehand.onFx(() -> {
      sort(table());
      return null;
    });
    app.person.press("Ctrl+L");
    app.person.see("Master password");
    app.person.type(DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see("14 credentials");
    assertEquals(
        TreeTableColumn.SortType.DESCENDING,
        Stagehand.onFx(() -> table().getSortOrder().getFirst().getSortType()));
  }

  private static <T> void sort(TreeTableView<T> table) {
    TreeTableColumn<T, ?> name = table.getColumns().getFirst();
    name.setSortType(TreeTableColumn.SortType.DESCENDING);
    table.getSortOrder().setAll(List.of(name));
  }

  @Test
  void aSearchIsSavedFoundInTheSidebarDeletedAndBack() {
    app.unlocked();
    app.person.fill("#search", "status:failing -tag:nothing");
    app.person.click("Save this search");
    app.person.fill("#search-name", "Broken");
    app.person.press("Enter");
    app.person.see("Search “Broken” saved");
    assertEquals(
        List.of("status:failing -tag:nothing"),
        app.vault.content().searches().all().stream().map(SavedSearch::query).toList());
    app.person.click("#search");
    app.person.press("Esc");
    app.person.see("14 credentials");
    app.person.click("Saved search Broken");
    app.person.see("1 of 14 credentials");
    app.person.press("Delete");
    app.person.seeGone("Saved search Broken");
    app.person.press("Ctrl+Z");
    app.person.see("Saved search Broken");
  }

  @Test
  void aSearchThatCannotBeReadSaysWhatCanBeWritten() {
    app.unlocked();
    app.person.fill("#search", "status:fine");
    app.person.see("This search cannot be read");
    app.person.press("Esc");
    app.person.see("14 credentials");
  }
}
