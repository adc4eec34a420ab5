package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.Column;
import io.keyarbor.ui.list.Sorting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Chooses by what the list is sorted, for who has no mouse to press a heading with. */
final class SortMenu {
  private SortMenu() {}

  /**
   * For the window's menu.
   *
   * @param now how the list is sorted when the menu is opened
   * @param sort sorts it otherwise
   */
  static Menu menu(Supplier<Sorting> now, Consumer<Sorting> sort) {
    Menu menu = new Menu(tr("Sort by"));
    menu.getItems().setAll(items(now.get(), sort));
    menu.setOnShowing(e -> menu.getItems().setAll(items(now.get(), sort)));
    return menu;
  }

  private static List<MenuItem> items(Sorting now, Consumer<Sorting> sort) {
    List<MenuItem> items = new ArrayList<>();
    for (Column column : Column.values()) {
      Sorting next = new Sorting(column, now.descending());
      items.add(item(column.title(), column == now.column(), () -> sort.accept(next)));
    }
    Sorting up = new Sorting(now.column(), false);
    Sorting down = new Sorting(now.column(), true);
    items.add(new SeparatorMenuItem());
    items.add(item(tr("Ascending"), !now.descending(), () -> sort.accept(up)));
    items.add(item(tr("Descending"), now.descending(), () -> sort.accept(down)));
    return items;
  }

  private static RadioMenuItem item(String words, boolean selected, Runnable choose) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setMnemonicParsing(false);
    item.setSelected(selected);
    item.setOnAction(e -> choose.run());
    return item;
  }
}
