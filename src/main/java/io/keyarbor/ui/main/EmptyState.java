package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Shelf;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where a list would: what the place is for, and the next steps. */
final class EmptyState extends VBox {
  private final FontIcon icon = new FontIcon("mdi2k-key-outline");
  private final Label title = new Label();
  private final Label text = new Label();
  private final FlowPane next = new FlowPane();

  EmptyState() {
    getStyleClass().add("empty-state");
    icon.getStyleClass().add("empty-icon");
    title.getStyleClass().add("empty-title");
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    next.getStyleClass().add("doors");
    next.setAlignment(Pos.CENTER);
    getChildren().addAll(icon, title, text, next);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** To be scrolled where there is less room than it needs. */
  ScrollPane scrolled() {
    ScrollPane scroll = new ScrollPane(this);
    scroll.getStyleClass().addAll("edge-to-edge", "empty-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.visibleProperty().bind(visibleProperty());
    return scroll;
  }

  /** Shows it without a next step. */
  private void show(String iconName, String titleText, String words) {
    show(iconName, titleText, words, new Node[0]);
  }

  /** Shows it with a button for the next step. */
  private void show(
      String iconName, String titleText, String words, String nextLabel, Runnable action) {
    Button button = new Button(nextLabel);
    button.setOnAction(e -> action.run());
    show(iconName, titleText, words, button);
  }

  /** Says why nothing is listed, and what to do. */
  void show(CredentialListModel model, Doors doors, Runnable clearSearch) {
    if (model.fault().isPresent()) {
      show(
          "mdi2h-help-circle-outline",
          tr("This search cannot be read"),
          model.fault().get(),
          tr("Clear search"),
          clearSearch);
    } else if (model.isSearching()) {
      show(
          "mdi2m-magnify",
          tr("Nothing found"),
          tr(
              "No credential here has all of these words in its name, service, host, tags or notes."),
          tr("Clear search"),
          clearSearch);
    } else if (model.shelf() == Shelf.ALL) {
      showDoors(doors);
    } else {
      show(model.shelf().icon(), model.shelf().emptyTitle(), model.shelf().emptyText());
    }
  }

  /** The three ways to the first credentials. */
  private void showDoors(Doors doors) {
    show(
        "mdi2k-key-plus",
        tr("No credentials yet"),
        tr("Everything you keep is listed here. Begin with one of these:"),
        door(
            "mdi2p-plus",
            tr("Add a credential"),
            tr("Choose a service, fill in its form, and test it before you save."),
            doors.add()),
        door(
            "mdi2r-radar",
            tr("Sweep this computer"),
            tr(
                "Find keys in environment variables, .env files and settings of command line tools."),
            doors.sweep()),
        door(
            "mdi2i-import",
            tr("Import"),
            tr("Take over KeePass, Bitwarden, 1Password, CSV, .env, JSON and other files."),
            doors.importing()));
  }

  private void show(String iconName, String titleText, String words, Node... steps) {
    icon.setIconLiteral(iconName);
    title.setText(titleText);
    text.setText(words);
    next.getChildren().setAll(steps);
    next.setVisible(steps.length > 0);
    next.setManaged(steps.length > 0);
    setVisible(true);
  }

  private static Button door(String iconName, String name, String about, Runnable action) {
    Label heading = new Label(name);
    heading.getStyleClass().add("setting-name");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    Label words = new Label(about);
    words.getStyleClass().add("hint");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    FontIcon sign = new FontIcon(iconName);
    sign.getStyleClass().add("door-icon");
    VBox content = new VBox(sign, heading, words);
    content.getStyleClass().add("door-content");
    Button door = new Button(null, content);
    door.getStyleClass().add("door");
    door.setAccessibleText(tr("{0}. {1}", name, about));
    door.setOnAction(e -> action.run());
    return door;
  }
}
