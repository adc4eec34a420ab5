package io.keyarbor.ui.settings;

import io.keyarbor.ui.control.Scrolling;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The rows of the settings: a name, what it means, and a control. */
final class Rows {
  private Rows() {}

  /** A heading and its rows. */
  static VBox section(String title, Node... rows) {
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    VBox section = new VBox(heading);
    section.getChildren().addAll(rows);
    section.getStyleClass().add("settings-section");
    return section;
  }

  /** A row whose control is said by its name to who cannot see. */
  static HBox row(String name, String hint, Control control, Node... more) {
    return row(name, hint(hint), control, more);
  }

  /** A row with a hint that changes. */
  static HBox row(String name, Label hint, Control control, Node... more) {
    Label title = new Label(name);
    title.getStyleClass().add("setting-name");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    title.setLabelFor(control);
    VBox words = new VBox(title, hint);
    words.getStyleClass().add("setting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    control.setAccessibleText(name);
    control.setAccessibleHelp(hint.getText());
    control.setMinWidth(Region.USE_PREF_SIZE);
    control
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            Scrolling.reveal(control);
          }
        });
    HBox row = new HBox(words, control);
    row.getChildren().addAll(more);
    row.getStyleClass().add("setting");
    return row;
  }

  static Label hint(String text) {
    Label hint = new Label(text);
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    return hint;
  }

  static CheckBox tick(String id, boolean on) {
    CheckBox tick = new CheckBox();
    tick.setId(id);
    tick.setSelected(on);
    return tick;
  }

  static <T> ChoiceBox<T> choice(String id, List<T> values, Function<T, String> words, T now) {
    ChoiceBox<T> box = new ChoiceBox<>();
    box.setId(id);
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the choice is not editable");
          }
        });
    box.setValue(now);
    return box;
  }
}
