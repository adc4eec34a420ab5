package io.keyarbor.ui.searches;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.vault.SavedSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The saved searches in the sidebar. Delete deletes one, F2 renames it. */
public final class SearchShelf extends ScrollPane {
  private final VBox lines = new VBox();
  private final SearchDeeds deeds;
  private final Map<KeyCodeCombination, Consumer<SavedSearch>> keys;
  private final Consumer<SavedSearch> look;
  private final ToggleGroup one;
  private List<SavedSearch> searches = List.of();

  /**
   * Without any at first.
   *
   * @param one of whose buttons one is pressed
   * @param look searches for it
   */
  public SearchShelf(SearchDeeds deeds, ToggleGroup one, Consumer<SavedSearch> look) {
    this.deeds = deeds;
    keys =
        Map.of(
            new KeyCodeCombination(KeyCode.F2), deeds::rename,
            new KeyCodeCombination(KeyCode.DELETE), deeds::delete);
    setId("searches");
    KeyMap.note(this, keys.keySet());
    this.one = one;
    this.look = look;
    lines.getStyleClass().add("searches");
    setContent(lines);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(0);
    setFocusTraversable(false);
    getStyleClass().add("searches-scroll");
  }

  /** Takes over what there is now. */
  public void show(Collection<SavedSearch> all) {
    List<SavedSearch> next = NameOrder.sorted(all, SavedSearch::name);
    if (next.equals(searches) && !lines.getChildren().isEmpty()) {
      return;
    }
    searches = next;
    boolean focused = lines.getChildren().stream().anyMatch(Node::isFocused);
    // The group would hold on to what is gone.
    lines
        .getChildren()
        .forEach(node -> {
          if (node instanceof ToggleButton button) {
            button.setToggleGroup(null);
          }
        });
    lines.getChildren().clear();
    if (!next.isEmpty()) {
      Label title = new Label(tr("Saved searches"));
      title.getStyleClass().add("sidebar-label");
      lines.getChildren().add(title);
      next.forEach(search -> lines.getChildren().add(button(search)));
    }
    if (focused) {
      // Keys go nowhere when what had the focus is gone.
      ((Node) one.getToggles().getFirst()).requestFocus();
    }
  }

  /** The one that looks for {@code query}. */
  public Optional<SavedSearch> of(String query) {
    return searches.stream().filter(search -> search.query().equals(query.strip())).findFirst();
  }

  /** Presses the button of that one, without a search. */
  public void press(SavedSearch search) {
    new ArrayList<>(lines.getChildren())
        .stream()
            .filter(node -> search.equals(node.getUserData()))
            .forEach(node -> ((ToggleButton) node).setSelected(true));
  }

  private ToggleButton button(SavedSearch search) {
    Label name = new Label(search.name(), new FontIcon("mdi2m-magnify"));
    name.getStyleClass().add("elides");
    ToggleButton button = new ToggleButton(null, name);
    button.getStyleClass().addAll("shelf", "saved-search");
    button.setMinWidth(0);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMnemonicParsing(false);
    button.setUserData(search);
    button.setToggleGroup(one);
    button.setAccessibleText(tr("Saved search {0}", search.name()));
    button.setTooltip(new Tooltip(search.name() + "\n" + search.query()));
    button.setOnAction(e -> {
      button.setSelected(true);
      look.accept(search);
    });
    button.setOnKeyPressed(e ->
        keys.forEach((key, deed) -> {
          if (key.match(e)) {
            e.consume();
            deed.accept(search);
          }
        }));
    button.setContextMenu(
        new ContextMenu(
            item(tr("Rename…"), "mdi2p-pencil-outline", () -> deeds.rename(search)),
            item(
                tr("Delete saved search"), "mdi2t-trash-can-outline", () -> deeds.delete(search))));
    return button;
  }

  private static MenuItem item(String words, String icon, Runnable deed) {
    MenuItem item = new MenuItem(words, new FontIcon(icon));
    item.setOnAction(e -> deed.run());
    return item;
  }
}
