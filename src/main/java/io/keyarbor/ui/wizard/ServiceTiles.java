package io.keyarbor.ui.wizard;

import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.Scrolling;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.wizard.ServiceList.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * The services as tiles under the titles of their categories. Arrows move from tile to tile, also
 * from one category to the next; a letter goes to the search.
 */
final class ServiceTiles extends VBox {
  private final Map<String, Button> tiles = new HashMap<>();
  private final List<Button> shown = new ArrayList<>();
  private final Consumer<ServiceTemplate> chosen;
  private final TypeAhead search;

  /** Where the keys go that do not belong to tiles. */
  interface TypeAhead {
    /** The person goes up from the topmost tiles. */
    void enter();

    /** The person types, to search. */
    void type(String character);
  }

  ServiceTiles(Consumer<ServiceTemplate> chosen, TypeAhead search) {
    this.chosen = chosen;
    this.search = search;
    getStyleClass().add("sections");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /** Shows these; tiles that were shown before are used again. */
  void show(List<Section> sections) {
    getChildren().clear();
    shown.clear();
    for (Section section : sections) {
      Label title = new Label(section.title());
      title.getStyleClass().add("section-title");
      FlowPane pane = new FlowPane();
      pane.getStyleClass().add("tiles");
      section.services().forEach(template -> pane.getChildren().add(tile(template)));
      pane.getChildren().forEach(node -> shown.add((Button) node));
      getChildren().addAll(title, pane);
    }
  }

  /** Makes all tiles anew, for the services have changed. */
  void forget() {
    tiles.clear();
  }

  /** Moves the focus to the first tile. */
  void enter() {
    shown.stream().findFirst().ifPresent(this::go);
  }

  private Button tile(ServiceTemplate template) {
    return tiles.computeIfAbsent(
        template.serviceType(),
        type -> {
          Button tile =
              new Button(template.displayName(), new ServiceIcon(Optional.of(template), 2.15));
          tile.setMnemonicParsing(false);
          tile.setContentDisplay(ContentDisplay.LEFT);
          tile.getStyleClass().add("service-tile");
          tile.setId("service-" + type);
          tile.setTooltip(new Tooltip(template.displayName()));
          tile.setOnAction(event -> chosen.accept(template));
          return tile;
        });
  }

  private void pressed(KeyEvent event) {
    if (!(event.getTarget() instanceof Button at) || !shown.contains(at)) {
      return;
    }
    int index = shown.indexOf(at);
    Optional<Button> next =
        switch (event.getCode()) {
          case LEFT -> Optional.of(shown.get(Math.max(0, index - 1)));
          case RIGHT -> Optional.of(shown.get(Math.min(shown.size() - 1, index + 1)));
          case HOME -> Optional.of(shown.getFirst());
          case END -> Optional.of(shown.getLast());
          case UP -> beside(at, -1);
          case DOWN -> beside(at, 1).or(() -> Optional.of(at));
          default -> Optional.empty();
        };
    if (next.isPresent()) {
      go(next.get());
      event.consume();
    } else if (event.getCode().isArrowKey()) {
      search.enter();
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    String character = event.getCharacter();
    boolean letter = !character.isBlank() && !Character.isISOControl(character.codePointAt(0));
    if (letter && !event.isShortcutDown() && !event.isAltDown()) {
      search.type(character);
      event.consume();
    }
  }

  /** The tile of the next row, or the one before, that is nearest to straight ahead. */
  private Optional<Button> beside(Button at, int direction) {
    Bounds here = place(at);
    List<Button> ahead =
        shown.stream()
            .filter(tile -> (place(tile).getMinY() - here.getMinY()) * direction > 1)
            .toList();
    return ahead.stream()
        .map(tile -> place(tile).getMinY() * direction)
        .min(Comparator.naturalOrder())
        .flatMap(row ->
            ahead.stream()
                .filter(tile -> Math.abs(place(tile).getMinY() * direction - row) < 1)
                .min(
                    Comparator.comparingDouble(
                        tile -> Math.abs(place(tile).getMinX() - here.getMinX()))));
  }

  private static Bounds place(Node tile) {
    return tile.localToScene(tile.getLayoutBounds());
  }

  private void go(Button tile) {
    tile.requestFocus();
    Scrolling.reveal(tile);
  }
}
