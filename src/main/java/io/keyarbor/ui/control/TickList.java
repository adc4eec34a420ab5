package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A list to choose from by tick boxes: one for each item that can be taken, and one for all. The
 * space bar ticks the item that is selected. Items are told apart by identity.
 */
public final class TickList<T> extends VBox {
  private final ListView<T> list = new ListView<>();
  private final CheckBox all = new CheckBox(tr("All"));
  private final Label count = new Label();
  private final Set<T> ticked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Runnable> listeners = new ArrayList<>();
  private final Predicate<T> tickable;
  private final Function<T, Node> line;
  private final Function<T, String> says;

  /**
   * An empty list.
   *
   * @param tickable whether an item can be taken
   * @param line draws an item
   * @param says names an item to assistive technology
   */
  public TickList(Predicate<T> tickable, Function<T, Node> line, Function<T, String> says) {
    this.tickable = tickable;
    this.line = line;
    this.says = says;
    getStyleClass().add("tick-list");
    all.setMnemonicParsing(false);
    all.setId("tick-all");
    all.setOnAction(e -> tickAll(all.isSelected()));
    count.getStyleClass().add("hint");
    HBox head = new HBox(all, count);
    head.getStyleClass().add("tick-head");
    head.setAlignment(Pos.CENTER_LEFT);
    list.getStyleClass().add("lines");
    list.setCellFactory(view -> new Cell());
    list.setOnKeyPressed(event -> {
      T item = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.SPACE && item != null && tickable.test(item)) {
        event.consume();
        tick(item, !ticked.contains(item));
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
  }

  /** Names the list to assistive technology. */
  public void setTitle(String title) {
    list.setAccessibleText(title);
  }

  /** Shows {@code items}, with those ticked that {@code wanted} holds for. */
  public void show(List<T> items, Predicate<T> wanted) {
    ticked.clear();
    items.stream().filter(tickable).filter(wanted).forEach(ticked::add);
    list.getItems().setAll(items);
    told();
  }

  /** The ticked items, in the order of the list. */
  public List<T> ticked() {
    return list.getItems().stream().filter(ticked::contains).toList();
  }

  /** All items. */
  public List<T> items() {
    return List.copyOf(list.getItems());
  }

  /** Calls {@code listener} after each change of the ticks. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Moves the focus into the list. */
  public void begin() {
    list.requestFocus();
    list.getSelectionModel().selectFirst();
  }

  /** Draws the visible items anew. */
  public void refresh() {
    list.refresh();
  }

  private void tickAll(boolean wanted) {
    ticked.clear();
    if (wanted) {
      list.getItems().stream().filter(tickable).forEach(ticked::add);
    }
    told();
  }

  private void tick(T item, boolean wanted) {
    if (wanted) {
      ticked.add(item);
    } else {
      ticked.remove(item);
    }
    told();
  }

  private void told() {
    long can = list.getItems().stream().filter(tickable).count();
    all.setDisable(can == 0);
    all.setIndeterminate(!ticked.isEmpty() && ticked.size() < can);
    all.setSelected(can > 0 && ticked.size() == can);
    count.setText(tr("{0} of {1} chosen", ticked.size(), can));
    list.refresh();
    listeners.forEach(Runnable::run);
  }

  private final class Cell extends ListCell<T> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty || item == null ? null : row(item));
      setAccessibleText(empty || item == null ? null : says.apply(item));
    }

    private Node row(T item) {
      Node drawn = line.apply(item);
      HBox.setHgrow(drawn, Priority.ALWAYS);
      CheckBox box = new CheckBox();
      box.setSelected(ticked.contains(item));
      box.setVisible(tickable.test(item));
      box.setAccessibleText(tr("Take {0}", says.apply(item)));
      box.setFocusTraversable(false);
      box.setOnAction(e -> tick(item, box.isSelected()));
      HBox row = new HBox(box, drawn);
      row.getStyleClass().add("tick-row");
      row.setAlignment(Pos.CENTER_LEFT);
      return row;
    }
  }
}
