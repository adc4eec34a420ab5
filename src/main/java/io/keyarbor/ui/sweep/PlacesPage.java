package io.keyarbor.ui.sweep;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** First page of a sweep: where it will look, and in which folders of projects besides. */
final class PlacesPage extends VBox {
  private final Workspace work;
  private final List<Path> folders = new ArrayList<>();
  private final VBox lines = new VBox();

  PlacesPage(Workspace work) {
    this.work = work;
    getStyleClass().add("transfer-page");
    Label intro =
        new Label(
            tr(
                "Looks for keys that lie about in plain text, and compares them with the vault."
                    + " Looking changes and sends nothing, and nothing is taken that you do not"
                    + " tick."));
    intro.setWrapText(true);
    intro.setMinHeight(USE_PREF_SIZE);
    VBox places =
        new VBox(
            place(
                "mdi2c-console-line",
                tr("Environment variables"),
                tr("of this app, as it was started")),
            place(
                "mdi2c-cog-outline",
                tr("Settings of command line tools"),
                tr("in your home folder")),
            place(
                "mdi2c-console",
                tr("Files that your shell reads"),
                tr("such as .bashrc; only shown")));
    places.getStyleClass().add("sweep-places");
    Label heading = new Label(tr("Folders with .env files"));
    heading.getStyleClass().add("setting-name");
    lines.getStyleClass().add("sweep-folders");
    Button add = new Button(tr("Add folder…"), new FontIcon("mdi2f-folder-plus-outline"));
    add.setId("sweep-add-folder");
    add.setMnemonicParsing(false);
    add.setOnAction(e -> add());
    getChildren().addAll(intro, places, heading, lines, add);
    show();
  }

  private static HBox place(String icon, String name, String about) {
    Label title = new Label(name, new FontIcon(icon));
    title.setMinWidth(USE_PREF_SIZE);
    Label words = new Label(about);
    words.getStyleClass().add("hint");
    HBox line = new HBox(title, words);
    line.getStyleClass().add("variable");
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }

  private void add() {
    Optional<Path> start = folders.isEmpty() ? Optional.empty() : Optional.of(folders.getLast());
    work.files()
        .folder(tr("A folder to look through for .env files"), start)
        .filter(folder -> !folders.contains(folder))
        .ifPresent(folder -> {
          folders.add(folder);
          show();
        });
  }

  private void show() {
    lines.getChildren().clear();
    for (Path folder : folders) {
      Label name = new Label(folder.toString());
      name.getStyleClass().add("path");
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      IconButton drop =
          new IconButton(
              "mdi2c-close",
              tr("Do not look in {0}", folder),
              () -> {
                folders.remove(folder);
                show();
              });
      drop.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(name, drop);
      line.setAlignment(Pos.CENTER_LEFT);
      lines.getChildren().add(line);
    }
    if (folders.isEmpty()) {
      Label none = new Label(tr("None. Add the folder that your projects lie in."));
      none.getStyleClass().add("hint");
      lines.getChildren().add(none);
    }
  }

  /** The folders that the person named. */
  List<Path> folders() {
    return List.copyOf(folders);
  }
}
