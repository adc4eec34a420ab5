package io.keyarbor.ui.calendar;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.TimeText;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** All that is overdue or will expire, in order, under a heading for each month. */
final class Agenda extends ListView<AgendaLine> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final double ICON = 1.7;

  private final LocalDate today;

  /** Shows {@code lines}; calls {@code open} with what the person wants to see. */
  Agenda(List<AgendaLine> lines, LocalDate today, Consumer<Entry> open) {
    this.today = today;
    setId("agenda");
    getStyleClass().addAll("lines", "agenda");
    setAccessibleText(tr("What expires"));
    getItems().setAll(lines);
    setCellFactory(list -> new Cell());
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        open(open);
      }
    });
    KeyMap.note(this, "Enter");
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            open(open);
          }
        });
  }

  private void open(Consumer<Entry> open) {
    if (getSelectionModel().getSelectedItem() instanceof AgendaLine.Item(Entry entry)) {
      open.accept(entry);
    }
  }

  /** Brings that day's first credential into view and chooses it. */
  void show(LocalDate day) {
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i) instanceof AgendaLine.Item(Entry entry)
          && entry.expires().filter(day::equals).isPresent()) {
        getSelectionModel().clearAndSelect(i);
        scrollTo(Math.max(0, i - 1));
        return;
      }
    }
    getSelectionModel().clearSelection();
  }

  private final class Cell extends ListCell<AgendaLine> {
    private final Label name = new Label();
    private final Label when = new Label();
    private final HBox line = new HBox(name, when);

    Cell() {
      setPrefWidth(0);
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      when.setMinWidth(USE_PREF_SIZE);
      when.getStyleClass().add("hint");
      HBox.setHgrow(name, Priority.ALWAYS);
      line.getStyleClass().add("agenda-line");
      line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(AgendaLine item, boolean empty) {
      super.updateItem(item, empty);
      setText(item instanceof AgendaLine.Heading(String text) ? text : null);
      pseudoClassStateChanged(HEADING, item instanceof AgendaLine.Heading);
      setGraphic(item instanceof AgendaLine.Item ? line : null);
      if (item instanceof AgendaLine.Item(Entry entry)) {
        show(entry);
      }
    }

    private void show(Entry entry) {
      name.setText(entry.credential().details().name());
      name.setGraphic(new ServiceIcon(entry.template(), ICON));
      LocalDate day = entry.expires().orElseThrow();
      when.setText(TimeText.full(day));
      setAccessibleText(
          tr(
              "{0}, {1}, {2}",
              name.getText(), when.getText(), TimeText.until(entry.expires(), today)));
    }
  }
}
