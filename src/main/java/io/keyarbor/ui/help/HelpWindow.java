package io.keyarbor.ui.help;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Short help, a topic at a time, with the ways to the keyboard map and the whole guide. */
final class HelpWindow {
  private final ListView<Topic> topics = new ListView<>();
  private final VBox text = new VBox();
  private final ScrollPane scroll = new ScrollPane(text);
  private Optional<Handle> handle = Optional.empty();

  /**
   * Opens the window.
   *
   * @param keys shows the keyboard map
   * @param guide opens the user guide at an anchor
   */
  Handle open(Dialogs dialogs, Topic first, Runnable keys, Consumer<String> guide) {
    topics.getItems().setAll(Topic.values());
    topics.setCellFactory(list -> new TitleCell());
    topics.setAccessibleText(tr("Topics"));
    topics.getStyleClass().addAll("lines", "help-topics");
    topics.getSelectionModel().selectedItemProperty().subscribe(this::show);
    text.getStyleClass().add("help-text");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    // So that keys can scroll it.
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(tr("Help"));
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox middle = new HBox(topics, scroll);
    middle.getStyleClass().add("help-middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox content = new VBox(middle, buttons(keys, guide));
    content.getStyleClass().addAll("dialog-message", "help");
    content.getStylesheets().add(HelpWindow.class.getResource("help.css").toExternalForm());
    Handle shown = dialogs.show(content, tr("Help"), this::close);
    handle = Optional.of(shown);
    topics.getSelectionModel().select(first);
    topics.scrollTo(first);
    topics.requestFocus();
    return shown;
  }

  private HBox buttons(Runnable keys, Consumer<String> guide) {
    Button map = new Button(tr("Keyboard map"));
    map.setOnAction(e -> keys.run());
    Button more = new Button(tr("More in the user guide"));
    more.setOnAction(e -> guide.accept(topics.getSelectionModel().getSelectedItem().anchor()));
    Button close = new Button(tr("Close"));
    close.getStyleClass().add("accent");
    close.setDefaultButton(true);
    close.setOnAction(e -> close());
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox buttons = new HBox(map, more, room, close);
    buttons.getChildren().forEach(b -> ((Region) b).setMinWidth(Region.USE_PREF_SIZE));
    buttons.getStyleClass().add("dialog-buttons");
    return buttons;
  }

  private void show(Topic topic) {
    text.getChildren().clear();
    if (topic == null) {
      return;
    }
    Label title = new Label(topic.title());
    title.getStyleClass().add("section-heading");
    text.getChildren().add(wrapped(title));
    topic.paragraphs().forEach(p -> text.getChildren().add(wrapped(new Label(p))));
    scroll.setVvalue(0);
  }

  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void close() {
    handle.ifPresent(Handle::close);
  }

  /** A topic by its title. */
  private static final class TitleCell extends ListCell<Topic> {
    @Override
    protected void updateItem(Topic topic, boolean empty) {
      super.updateItem(topic, empty);
      setText(empty || topic == null ? null : topic.title());
      setWrapText(true);
      setPrefWidth(0);
    }
  }
}
