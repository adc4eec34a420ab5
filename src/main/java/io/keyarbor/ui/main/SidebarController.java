package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.settings.Grouping;
import io.keyarbor.ui.list.GroupingTitle;
import io.keyarbor.ui.list.Shelf;
import io.keyarbor.ui.searches.SearchDeeds;
import io.keyarbor.ui.searches.SearchShelf;
import io.keyarbor.vault.SavedSearch;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** The parts of the vault with their counts, and by what the list is grouped. */
final class SidebarController {
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private final Consumer<Shelf> show;
  private final Consumer<Grouping> group;
  private final Grouping grouping;
  private final ToggleGroup one = new ToggleGroup();
  private final SearchShelf searches;
  private final Map<Shelf, Label> counts = new EnumMap<>(Shelf.class);
  private final Map<Shelf, ToggleButton> buttons = new EnumMap<>(Shelf.class);

  @FXML private VBox side;
  @FXML private VBox shelves;
  @FXML private ComboBox<Grouping> groupBy;

  SidebarController(
      Grouping grouping,
      Consumer<Shelf> show,
      Consumer<Grouping> group,
      SearchDeeds deeds,
      Consumer<SavedSearch> look) {
    searches = new SearchShelf(deeds, one, look);
    this.grouping = grouping;
    this.show = show;
    this.group = group;
  }

  @FXML
  void initialize() {
    for (Shelf shelf : Shelf.values()) {
      ToggleButton button = button(shelf);
      button.setToggleGroup(one);
      shelves.getChildren().add(button);
    }
    buttons.get(Shelf.ALL).setSelected(true);
    VBox.setVgrow(searches, Priority.ALWAYS);
    side.getChildren().add(1, searches);
    groupBy.getItems().setAll(Grouping.values());
    groupBy.setConverter(new Labels());
    groupBy.setValue(grouping);
    groupBy.setOnAction(e -> group.accept(groupBy.getValue()));
  }

  private ToggleButton button(Shelf shelf) {
    Label name = new Label(shelf.label(), new FontIcon(shelf.icon()));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label count = new Label();
    count.getStyleClass().add("shelf-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(name, count);
    line.setAlignment(Pos.CENTER_LEFT);
    ToggleButton button = new ToggleButton(null, line);
    button.getStyleClass().addAll("shelf", "shelf-" + shelf.name().toLowerCase(Locale.ROOT));
    button.setId("shelf-" + shelf.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    button.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    button.getWidth()
                        - button.getInsets().getLeft()
                        - button.getInsets().getRight(),
                button.widthProperty(),
                button.insetsProperty()));
    button.setTooltip(new Tooltip(shelf.label()));
    button.setOnAction(e -> choose(shelf));
    counts.put(shelf, count);
    buttons.put(shelf, button);
    return button;
  }

  /** Shows that part, as if its button was pressed. */
  void choose(Shelf shelf) {
    buttons.get(shelf).setSelected(true);
    show.accept(shelf);
  }

  /** The saved searches. */
  SearchShelf searches() {
    return searches;
  }

  /** Shows what is looked at: a saved search, if that is what was typed, or a shelf. */
  void follow(Shelf shelf, String query) {
    searches
        .of(query)
        .filter(search -> shelf == Shelf.ALL)
        .ifPresentOrElse(searches::press, () -> buttons.get(shelf).setSelected(true));
  }

  /** Lets the person drop credentials onto shelves. */
  void accept(Dragging dragging) {
    buttons.forEach(
        (shelf, button) -> dragging.target(button, () -> Optional.of(new Dragging.Onto(shelf))));
  }

  /** The same choice as in the sidebar, for the window's menu. */
  Menu groupMenu() {
    Menu menu = new Menu(tr("Group by"));
    ToggleGroup one = new ToggleGroup();
    for (Grouping each : Grouping.values()) {
      RadioMenuItem item = new RadioMenuItem(GroupingTitle.of(each));
      item.setToggleGroup(one);
      item.setOnAction(e -> groupBy.setValue(each));
      groupBy.valueProperty().subscribe(now -> item.setSelected(now == each));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** Shows how many lie on each shelf. */
  void show(Map<Shelf, Integer> fresh) {
    fresh.forEach((shelf, count) -> {
      counts.get(shelf).setText(String.valueOf(count));
      counts.get(shelf).pseudoClassStateChanged(NONE, count == 0);
      buttons.get(shelf).setAccessibleText(tr("{0}, {1}", shelf.label(), count));
    });
  }

  private static final class Labels extends StringConverter<Grouping> {
    @Override
    public String toString(Grouping value) {
      return value == null ? "" : GroupingTitle.of(value);
    }

    @Override
    public Grouping fromString(String label) {
      throw new UnsupportedOperationException("the choice is not editable");
    }
  }
}
