package io.keyarbor.ui.welcome;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A few steps, each pointing at a part of the window and saying what it is for. Can be left at any
 * step. For the JavaFX thread only.
 */
public final class WelcomeTour {
  private final Scene scene;
  private final Dialogs dialogs;
  private final List<Stop> stops = stops();
  private final Label title = new Label();
  private final Label words = new Label();
  private final Label count = new Label();
  private final Button back = new Button(tr("Back"));
  private final Button next = new Button();
  private final VBox card = new VBox();
  private Optional<Handle> handle = Optional.empty();
  private Optional<Spotlight> light = Optional.empty();
  private int at;

  /**
   * A stop of the tour.
   *
   * @param part css selector of what it points at; the first that is there is taken
   */
  private record Stop(String part, String title, String words) {}

  /** Over the main window in {@code scene}. */
  public WelcomeTour(Scene scene, Dialogs dialogs) {
    this.scene = scene;
    this.dialogs = dialogs;
  }

  private static List<Stop> stops() {
    return List.of(
        new Stop(
            "#add",
            tr("Here you add credentials"),
            tr(
                "Choose a service or paste a key. The form knows what the service needs, and tests it"
                    + " before you save.")),
        new Stop(
            "#search",
            tr("Here you find them"),
            tr(
                "Type a few letters of a name, a host or a tag. Ctrl+K finds and copies in one go.")),
        new Stop(
            ".sidebar",
            tr("What needs you"),
            tr(
                "Each part shows how many lie in it: what fails, what expires soon, what was never"
                    + " tested.")),
        new Stop(
            "#testAll",
            tr("Does it still work?"),
            tr(
                "A test asks the service itself. The answer says in words what is wrong and what to"
                    + " do.")),
        new Stop(
            "#more",
            tr("All else is in this menu"),
            tr(
                "Profiles, import, settings and help. F1 explains whatever you are looking at, and"
                    + " this tour can be taken again.")));
  }

  /** Begins the tour. */
  public void open() {
    title.getStyleClass().add("section-heading");
    List.of(title, words)
        .forEach(label -> {
          label.setWrapText(true);
          label.setMinHeight(Region.USE_PREF_SIZE);
        });
    count.getStyleClass().add("hint");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Button skip = new Button(tr("Skip the tour"));
    skip.getStyleClass().add("flat");
    skip.setOnAction(e -> close());
    back.setOnAction(e -> show(at - 1));
    next.getStyleClass().add("accent");
    next.setDefaultButton(true);
    next.setOnAction(e -> forward());
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox buttons = new HBox(count, room, skip, back, next);
    buttons.getStyleClass().add("dialog-buttons");
    List.of(skip, back, next).forEach(b -> b.setMinWidth(Region.USE_PREF_SIZE));
    card.getChildren().setAll(title, words, buttons);
    card.getStyleClass().addAll("dialog-message", "welcome");
    handle = Optional.of(dialogs.show(card, tr("Welcome to Keyarbor"), this::close));
    light = Spotlight.over(card);
    show(0);
  }

  private void show(int next) {
    at = next;
    Stop stop = stops.get(at);
    title.setText(stop.title());
    words.setText(stop.words());
    count.setText(tr("{0} of {1}", at + 1, stops.size()));
    back.setDisable(at == 0);
    this.next.setText(at + 1 < stops.size() ? tr("Next") : tr("Done"));
    // What a screen reader says when the button under the focus changes its meaning.
    this.next.setAccessibleText(stop.title() + ". " + stop.words() + " " + this.next.getText());
    this.next.requestFocus();
    light.ifPresent(l -> l.pointAt(part(stop)));
  }

  private Optional<Node> part(Stop stop) {
    return Optional.ofNullable(scene.getRoot().lookup(stop.part())).filter(Node::isVisible);
  }

  private void forward() {
    if (at + 1 < stops.size()) {
      show(at + 1);
    } else {
      close();
    }
  }

  private void close() {
    light.ifPresent(Spotlight::close);
    handle.ifPresent(Handle::close);
  }
}
