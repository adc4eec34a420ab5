package io.keyarbor.ui.help;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows the {@link KeyMap}. */
final class KeyMapWindow {
  private final GridPane grid = new GridPane();
  private Optional<Handle> handle = Optional.empty();
  private int row;

  /** Opens the window. */
  Handle open(Dialogs dialogs) {
    grid.getStyleClass().add("key-map");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(keys, words);
    add(tr("Everywhere"), KeyMap.everywhere());
    KeyMap.parts().forEach((part, lines) -> add(KeyMap.heading(part), lines));
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(tr("Keyboard map"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button close = new Button(tr("Close"));
    close.getStyleClass().add("accent");
    close.setDefaultButton(true);
    close.setOnAction(e -> close());
    HBox buttons = new HBox(close);
    buttons.getStyleClass().add("dialog-buttons");
    VBox content = new VBox(scroll, buttons);
    content.getStyleClass().addAll("dialog-message", "keys");
    content.getStylesheets().add(KeyMapWindow.class.getResource("help.css").toExternalForm());
    Handle shown = dialogs.show(content, tr("Keyboard map"), this::close);
    handle = Optional.of(shown);
    scroll.requestFocus();
    return shown;
  }

  private void add(String heading, List<KeyMap.Line> lines) {
    Label title = new Label(heading);
    title.getStyleClass().add("setting-name");
    grid.add(title, 0, row++, 2, 1);
    for (KeyMap.Line line : lines) {
      Label keys = new Label(line.shown());
      keys.getStyleClass().add("key");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      Label does = new Label(line.does());
      does.setWrapText(true);
      does.setMinHeight(Region.USE_PREF_SIZE);
      keys.setAccessibleRole(AccessibleRole.TEXT);
      GridPane.setValignment(keys, VPos.TOP);
      grid.addRow(row++, keys, does);
    }
  }

  private void close() {
    handle.ifPresent(Handle::close);
  }
}
