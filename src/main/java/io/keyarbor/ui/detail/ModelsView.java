package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.CopyButton;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.help.KeyMap;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The models that a secret may use, to search and to copy from. */
final class ModelsView extends VBox {
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private final FilteredList<String> shown;
  private final Label counted = new Label();
  private final Consumer<String> copy;

  private ModelsView(List<String> models, Consumer<String> copy, Runnable close) {
    this.shown = new FilteredList<>(FXCollections.observableList(models));
    this.copy = copy;
    getStyleClass().addAll("dialog-message", "models");
    TextField search = new TextField();
    search.setPromptText(tr("Search models"));
    search.setAccessibleText(tr("Search models"));
    counted.getStyleClass().add("hint");
    ListView<String> list = new ListView<>(shown);
    list.getStyleClass().add("models-list");
    list.setAccessibleText(tr("Models"));
    list.setCellFactory(view -> new Cell());
    list.setPlaceholder(new Label(tr("No model is called that.")));
    list.setId("models-list");
    KeyMap.note(list, List.of(COPY));
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          String chosen = list.getSelectionModel().getSelectedItem();
          if (COPY.match(event) && chosen != null) {
            event.consume();
            copy.accept(chosen);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    search.textProperty().subscribe(words -> filter(words, models.size()));
    Button done = new Button(tr("Close"));
    done.setDefaultButton(true);
    done.setOnAction(event -> close.run());
    HBox buttons = new HBox(done);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(search, counted, list, buttons);
  }

  /** Opens the dialog; {@code copy} is told the name that is to be copied. */
  static void open(Dialogs dialogs, String title, List<String> models, Consumer<String> copy) {
    Handle[] handle = new Handle[1];
    Runnable close = () -> handle[0].close();
    handle[0] = dialogs.show(new ModelsView(models, copy, close), title, close);
  }

  private void filter(String words, int all) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(model -> model.toLowerCase(Locale.ROOT).contains(wanted));
    counted.setText(
        wanted.isEmpty()
            ? number(all)
            : tr(
                "{0} of {1}", NumberFormat.getIntegerInstance().format(shown.size()), number(all)));
  }

  /** Of two thousand, {@code 2,000 models}. */
  static String number(int models) {
    return count(models, "{0} model", "{0} models");
  }

  private final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(String model, boolean empty) {
      super.updateItem(model, empty);
      setText(null);
      setGraphic(empty || model == null ? null : line(model));
    }

    private HBox line(String model) {
      Label name = new Label(model);
      name.getStyleClass().add("mono");
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      HBox line = new HBox(name, CopyButton.of(model, () -> copy.accept(model)));
      line.setAlignment(Pos.CENTER_LEFT);
      return line;
    }
  }
}
