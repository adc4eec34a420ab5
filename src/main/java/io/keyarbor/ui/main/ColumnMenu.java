package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.Column;
import io.keyarbor.ui.work.Preferences;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** Chooses the columns of the list: in the window's menu, and by a right click on a heading. */
final class ColumnMenu {
  private final Preferences preferences;
  private final Supplier<Set<Column>> shown;
  private final Runnable changed;

  /**
   * Chooses for good, in the settings.
   *
   * @param shown those that there is room for
   * @param changed called after a choice
   */
  ColumnMenu(Preferences preferences, Supplier<Set<Column>> shown, Runnable changed) {
    this.preferences = preferences;
    this.shown = shown;
    this.changed = changed;
  }

  /** For the window's menu. */
  Menu menu() {
    Menu menu = new Menu(tr("Columns"));
    menu.getItems().setAll(items());
    menu.setOnShowing(e -> menu.getItems().setAll(items()));
    return menu;
  }

  /** For the headings. */
  ContextMenu contextMenu() {
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(e -> menu.getItems().setAll(items()));
    return menu;
  }

  private List<MenuItem> items() {
    Set<String> hidden = preferences.now().hiddenColumns();
    Set<Column> visible = shown.get();
    return Columns.optional().stream()
        .map(column -> item(column, !hidden.contains(column.key()), visible.contains(column)))
        .toList();
  }

  private MenuItem item(Column column, boolean wanted, boolean visible) {
    String title = column.title();
    CheckMenuItem item =
        new CheckMenuItem(wanted && !visible ? tr("{0} (no room in this window)", title) : title);
    item.setMnemonicParsing(false);
    item.setSelected(wanted);
    item.setOnAction(e -> choose(column, item.isSelected()));
    return item;
  }

  private void choose(Column column, boolean wanted) {
    preferences.change(s -> {
      Set<String> hidden = new HashSet<>(s.hiddenColumns());
      if (wanted) {
        hidden.remove(column.key());
      } else {
        hidden.add(column.key());
      }
      return s.withHiddenColumns(hidden);
    });
    changed.run();
  }
}
