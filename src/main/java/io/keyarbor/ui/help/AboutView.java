package io.keyarbor.ui.help;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.settings.Settings;
import io.keyarbor.template.Catalogue;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.theme.Mark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What this program is, which version, what it is made with, and under which licences. */
public final class AboutView {
  private AboutView() {}

  /**
   * Opens the dialog.
   *
   * @param copy puts text that is no secret on the clipboard
   */
  public static Handle open(
      Dialogs dialogs, Catalogue catalogue, Settings settings, Consumer<String> copy) {
    int services = catalogue.all().size();
    Button facts = new Button(tr("Copy system facts"));
    facts.setOnAction(e -> {
      copy.accept(SystemFacts.text(version(), services, settings));
      dialogs.toast(tr("Copied. The text holds nothing of you or your vault."), Optional.empty());
    });
    Button close = new Button(tr("Close"));
    close.getStyleClass().add("accent");
    close.setDefaultButton(true);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox buttons = new HBox(facts, room, close);
    buttons.getChildren().forEach(b -> ((Region) b).setMinWidth(Region.USE_PREF_SIZE));
    buttons.getStyleClass().add("dialog-buttons");
    VBox content = new VBox(head(services), licences(), buttons);
    content.getStyleClass().addAll("dialog-message", "about");
    content.getStylesheets().add(AboutView.class.getResource("help.css").toExternalForm());
    Handle[] handle = new Handle[1];
    handle[0] = dialogs.show(content, tr("About Keyarbor"), () -> handle[0].close());
    close.setOnAction(e -> handle[0].close());
    close.requestFocus();
    return handle[0];
  }

  private static HBox head(int services) {
    VBox words =
        new VBox(
            words("Keyarbor " + version(), "setting-name"),
            words(
                tr(
                    "Keeps credentials encrypted in one file, and tells whether each one still works."),
                "dialog-text"),
            words(
                count(
                    services,
                    "{0} service known. Apache License 2.0.",
                    "{0} services known. Apache License 2.0."),
                "hint"));
    words.getStyleClass().add("setting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(new Mark(), words);
    head.getStyleClass().add("about-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** The list of what Keyarbor is made with; it narrows as a person types. */
  private static VBox licences() {
    List<Licences.Part> all = Licences.all();
    ListView<Licences.Part> list = new ListView<>();
    list.setAccessibleText(tr("Libraries, fonts and their licences"));
    list.getStyleClass().addAll("lines", "licences");
    list.setCellFactory(view -> new PartCell());
    TextField search = new TextField();
    search.setPromptText(tr("Search libraries and licences"));
    search.setAccessibleText(tr("Search libraries and licences"));
    search
        .textProperty()
        .subscribe(
            words -> list.getItems().setAll(all.stream().filter(p -> p.isMetBy(words)).toList()));
    VBox.setVgrow(list, Priority.ALWAYS);
    Label nothing = new Label(tr("No library or licence is called that."));
    list.setPlaceholder(nothing);
    VBox box = new VBox(words(tr("Made with"), "setting-name"), search, list);
    box.getStyleClass().add("licence-box");
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  private static String version() {
    String packaged = AboutView.class.getPackage().getImplementationVersion();
    return packaged == null ? "" : packaged;
  }

  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** Name and version to the left, the licence to the right. */
  private static final class PartCell extends ListCell<Licences.Part> {
    @Override
    protected void updateItem(Licences.Part part, boolean empty) {
      super.updateItem(part, empty);
      if (empty || part == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label name = new Label((part.name() + " " + part.version()).strip());
      Region room = new Region();
      HBox.setHgrow(room, Priority.ALWAYS);
      Label licence = words(part.licence(), "hint");
      licence.setWrapText(false);
      licence.setMinWidth(Region.USE_PREF_SIZE);
      setGraphic(new HBox(name, room, licence));
      setPrefWidth(0);
      setAccessibleText(name.getText() + ", " + part.licence());
    }
  }
}
