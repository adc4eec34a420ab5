package io.keyarbor.ui.bulk;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.list.Entry;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The tags of several credentials: which there are, to be added or removed. */
final class TagSection extends VBox {
  private static final int PROPOSALS = 8;

  private final FlowPane there = new FlowPane();
  private final FlowPane proposals = new FlowPane();
  private final TextField typed = new TextField();
  private final Consumer<String> add;
  private final Consumer<String> remove;
  private TagCounts counts = new TagCounts(List.of());
  private Collection<String> inUse = List.of();
  private int chosen;

  TagSection(Consumer<String> add, Consumer<String> remove) {
    this.add = add;
    this.remove = remove;
    getStyleClass().add("bulk-section");
    there.getStyleClass().add("tags");
    proposals.getStyleClass().add("tags");
    typed.setId("bulk-tag");
    typed.setPromptText(tr("New tag"));
    typed.setAccessibleText(tr("Tag to add to all that are chosen"));
    typed.textProperty().subscribe(this::propose);
    Button button = new Button(tr("Add tag"));
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.disableProperty().bind(typed.textProperty().map(String::isBlank));
    button.setOnAction(e -> addTyped());
    typed.setOnAction(e -> addTyped());
    HBox line = new HBox(typed, button);
    HBox.setHgrow(typed, Priority.ALWAYS);
    line.getStyleClass().add("bulk-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(BulkPane.heading(tr("Tags")), there, line, proposals);
  }

  /** Shows the tags of {@code entries}, and proposes others of {@code tags}. */
  void show(List<Entry> entries, Collection<String> tags) {
    counts = new TagCounts(entries);
    chosen = entries.size();
    inUse = tags;
    there.getChildren().clear();
    counts.all().forEach((tag, count) -> there.getChildren().add(chip(tag, count)));
    there.setManaged(!there.getChildren().isEmpty());
    propose();
  }

  private HBox chip(String tag, int count) {
    boolean all = count == chosen;
    Label words = new Label(all ? tag : tr("{0} · {1} of {2}", tag, count, chosen));
    HBox chip = new HBox(words);
    if (!all) {
      chip.getChildren()
          .add(
              new IconButton(
                  "mdi2p-plus", tr("Add the tag {0} to all", tag), () -> add.accept(tag)));
    }
    chip.getChildren()
        .add(
            new IconButton(
                "mdi2c-close", tr("Remove the tag {0} from all", tag), () -> remove.accept(tag)));
    chip.getStyleClass().addAll("tag", "bulk-tag");
    chip.setAlignment(Pos.CENTER_LEFT);
    return chip;
  }

  private void propose() {
    proposals
        .getChildren()
        .setAll(
            counts.proposals(inUse, typed.getText(), PROPOSALS).stream()
                .map(this::proposal)
                .toList());
    proposals.setManaged(!proposals.getChildren().isEmpty());
  }

  private Button proposal(String tag) {
    Button button = new Button(tr("+ {0}", tag));
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("small", "flat");
    button.setAccessibleText(tr("Add the tag {0} to all", tag));
    button.setOnAction(e -> {
      typed.clear();
      add.accept(tag);
    });
    return button;
  }

  private void addTyped() {
    String tag = typed.getText().strip();
    if (!tag.isEmpty()) {
      typed.clear();
      add.accept(tag);
    }
  }
}
