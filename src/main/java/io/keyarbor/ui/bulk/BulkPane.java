package io.keyarbor.ui.bulk;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.schedule.SchedulePicker;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.GroupChoice;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestSchedule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Stands in the place of the details while several credentials are chosen. Each change is one save
 * of all of them, with one way back.
 */
public final class BulkPane extends ScrollPane {
  private final CredentialListModel model;
  private final Deeds deeds;
  private final Label title = new Label();
  private final Button test;
  private final TagSection tags = new TagSection(this::addTag, this::removeTag);
  private final ComboBox<GroupChoice> group = new ComboBox<>();
  private final DatePicker expires = new DatePicker();
  private final SchedulePicker schedule = new SchedulePicker();
  private List<Entry> chosen = List.of();

  /**
   * Shows nothing at first.
   *
   * @param testing tests those that are chosen
   * @param exporting leads to the export of those
   */
  public BulkPane(
      CredentialListModel model,
      Deeds deeds,
      Runnable testing,
      Consumer<List<Credential>> exporting) {
    this.model = model;
    this.deeds = deeds;
    title.getStyleClass().add("detail-name");
    title.setWrapText(true);
    title.setId("bulk-title");
    test = button(tr("Test"), "mdi2l-lan-connect", testing);
    Label hint =
        new Label(tr("Each change is saved at once for all of them. Ctrl+Z takes it back."));
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMinHeight(Label.USE_PREF_SIZE);
    FlowPane buttons =
        new FlowPane(
            test,
            button(tr("Export…"), "mdi2e-export", () -> exporting.accept(credentials())),
            button(tr("Add to favourites"), "mdi2s-star-outline", () -> favour(true)),
            button(tr("Remove from favourites"), "mdi2s-star-off-outline", () -> favour(false)),
            button(
                tr("Move to the trash"),
                "mdi2t-trash-can-outline",
                () -> deeds.moveToTrash(credentials())));
    buttons.getStyleClass().add("bulk-buttons");
    VBox content =
        new VBox(
            new VBox(title, hint), buttons, tags, groupSection(), expirySection(), testSection());
    content.getStyleClass().addAll("detail-content", "bulk");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("edge-to-edge");
    setAccessibleText(tr("What can be done with all that are chosen"));
    getStylesheets()
        .add(Objects.requireNonNull(BulkPane.class.getResource("bulk.css")).toExternalForm());
  }

  /** Shows what can be done with these. */
  public void show(List<Entry> entries) {
    chosen = List.copyOf(entries);
    title.setText(count(entries.size(), "{0} credential chosen", "{0} credentials chosen"));
    long testable = entries.stream().filter(Entry::isTestable).count();
    test.setText(tr("Test ({0})", testable));
    test.setDisable(testable == 0);
    tags.show(entries, model.tags());
    List<GroupChoice> groups =
        GroupChoice.of(model.groups()).stream().filter(choice -> !choice.isNew()).toList();
    if (!groups.equals(group.getItems())) {
      group.getItems().setAll(groups);
    }
  }

  /** Forgets what it showed. */
  public void clear() {
    chosen = List.of();
    tags.show(List.of(), List.of());
    group.getItems().clear();
  }

  private Node groupSection() {
    group.setId("bulk-group");
    group.setPromptText(tr("Choose a group"));
    group.setAccessibleText(tr("Group to move all that are chosen to"));
    Button move = new Button(tr("Move"));
    move.disableProperty().bind(group.valueProperty().isNull());
    move.setOnAction(e -> deeds.moveToGroup(credentials(), group.getValue().id()));
    return section(tr("Group"), group, move);
  }

  private Node expirySection() {
    expires.setId("bulk-expires");
    expires.setPromptText(tr("Last day"));
    expires.setAccessibleText(tr("Last day for all that are chosen"));
    Button set = new Button(tr("Set"));
    set.disableProperty().bind(expires.valueProperty().isNull());
    set.setOnAction(e ->
        edit(
            d -> d.withExpires(Optional.of(expires.getValue())),
            name -> tr("Expiry of {0} set", name)));
    Button clear = new Button(tr("Remove"));
    clear.setAccessibleText(tr("Remove the expiry"));
    clear.setOnAction(
        e -> edit(d -> d.withExpires(Optional.empty()), name -> tr("Expiry of {0} removed", name)));
    return section(tr("Expires"), expires, set, clear);
  }

  private Node testSection() {
    Button apply = new Button(tr("Apply"));
    apply.setOnAction(e -> {
      TestSchedule wanted = schedule.value();
      edit(d -> d.withSchedule(wanted), name -> tr("Scheduled tests of {0} changed", name));
    });
    VBox section = new VBox(heading(tr("Scheduled tests")), schedule, apply);
    section.getStyleClass().add("bulk-section");
    return section;
  }

  private static VBox section(String title, Region choice, Button... buttons) {
    FlowPane line = new FlowPane(choice);
    for (Button button : buttons) {
      button.setMinWidth(Button.USE_PREF_SIZE);
      line.getChildren().add(button);
    }
    line.getStyleClass().add("bulk-line");
    line.setAlignment(Pos.CENTER_LEFT);
    VBox section = new VBox(heading(title), line);
    section.getStyleClass().add("bulk-section");
    return section;
  }

  static Label heading(String words) {
    Label heading = new Label(words);
    heading.getStyleClass().add("setting-name");
    return heading;
  }

  private static Button button(String words, String icon, Runnable deed) {
    Button button = new Button(words, new FontIcon(icon));
    button.setMnemonicParsing(false);
    button.setOnAction(e -> deed.run());
    return button;
  }

  private List<Credential> credentials() {
    return chosen.stream().map(Entry::credential).toList();
  }

  private void edit(UnaryOperator<Details> change, UnaryOperator<String> done) {
    deeds.edit(credentials(), change, done);
  }

  private void favour(boolean favourite) {
    deeds.setFavourite(credentials(), favourite);
  }

  private void addTag(String tag) {
    edit(
        d -> {
          Set<String> next = new HashSet<>(d.tags());
          if (next.stream().noneMatch(tag::equalsIgnoreCase)) {
            next.add(tag);
          }
          return d.withTags(next);
        },
        name -> tr("Tag “{1}” added to {0}", name, tag));
  }

  private void removeTag(String tag) {
    edit(
        d -> {
          Set<String> next = new HashSet<>(d.tags());
          next.removeIf(tag::equalsIgnoreCase);
          return d.withTags(next);
        },
        name -> tr("Tag “{1}” removed from {0}", name, tag));
  }
}
