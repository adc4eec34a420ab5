package io.keyarbor.ui.gallery;

import io.keyarbor.demo.tour.FxThread;
import io.keyarbor.ui.gallery.View.Start;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;

/** What opens above a window: menus, lists to choose from, tooltips. */
final class Above {
  private Above() {}

  static List<View> all() {
    return List.of(
        open("menu-row", Above::rowMenu),
        open("menu-columns", Above::columnMenu),
        open("menu-saved-search", Above::searchMenu),
        open("menu-secret", g -> contextMenu(g, "wizard-form", ".secret-field")),
        open("menu-field", Above::fieldMenu),
        open("choice-group", g -> drop(g, ".combo-box")),
        open("choice-day", g -> drop(g, ".date-picker")),
        open("tooltip", Above::tooltip));
  }

  private static View open(String name, Consumer<Guide> way) {
    return Gallery.at(Start.OPEN, name, way);
  }

  private static void from(Guide g, String view, Runnable then) {
    Gallery.way(view).accept(g);
    FxThread.pulses(3);
    then.run();
  }

  private static void rowMenu(Guide g) {
    g.choose("Grafana Operations");
    FxThread.run(() -> {
      Control table = tree(g);
      Bounds place = onScreen(table);
      table.getContextMenu().show(table, place.getMinX() + 120, place.getMinY() + 90);
    });
  }

  private static void columnMenu(Guide g) {
    FxThread.run(() -> {
      TreeTableView<?> table = tree(g);
      Bounds place = onScreen(table);
      table
          .getColumns()
          .getFirst()
          .getContextMenu()
          .show(table, place.getMinX() + 60, place.getMinY() + 20);
    });
  }

  private static void searchMenu(Guide g) {
    // One that was saved before is still there.
    contextMenu(g, g.person().sees(".saved-search") ? "main" : "saved-search", ".saved-search");
  }

  private static void contextMenu(Guide g, String view, String selector) {
    from(
        g,
        view,
        () ->
            FxThread.run(() -> {
              Control control = (Control) g.app().scene().lookup(selector);
              control.getContextMenu().show(control, Side.BOTTOM, 20, 0);
            }));
  }

  private static void fieldMenu(Guide g) {
    from(
        g,
        "wizard-form-choices",
        () ->
            FxThread.run(
                () -> ((MenuButton) g.app().scene().lookup(".own-fields .menu-button")).show()));
  }

  /** Opens it twice: only then does the platform know how large the list is. */
  private static void drop(Guide g, String selector) {
    from(
        g,
        "wizard-about",
        () -> {
          for (int i = 0; i < 2; i++) {
            FxThread.run(() -> {
              ComboBoxBase<?> box = (ComboBoxBase<?>) g.part().lookup(selector);
              box.hide();
              box.show();
            });
            FxThread.pulses(2);
          }
        });
  }

  private static void tooltip(Guide g) {
    FxThread.run(() -> {
      Control control = (Control) g.app().scene().lookup("#testAll");
      Tooltip tooltip = control.getTooltip();
      Bounds place = onScreen(control);
      tooltip.show(control, place.getMinX(), place.getMaxY());
    });
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  private static TreeTableView<?> tree(Guide g) {
    return (TreeTableView<?>) g.app().scene().lookup("#tree");
  }
}
