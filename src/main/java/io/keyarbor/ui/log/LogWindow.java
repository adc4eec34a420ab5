package io.keyarbor.ui.log;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.journal.Journal;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.task.Background;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The log, newest line first: to look through, copy, clear, and find on the disk. */
public final class LogWindow {
  private final Journal journal;
  private final Background background;
  private final Dialogs dialogs;
  private final Consumer<String> copy;
  private final Consumer<Path> openFolder;
  private final ListView<String> list = new ListView<>();
  private final TextField filter = new TextField();
  private final Label found = new Label();
  private List<String> lines = List.of();
  private Optional<Handle> handle = Optional.empty();

  /**
   * Shows {@code journal}.
   *
   * @param copy puts text that is no secret on the clipboard
   * @param openFolder shows a folder in the system's own program
   */
  public LogWindow(
      Journal journal,
      Background background,
      Dialogs dialogs,
      Consumer<String> copy,
      Consumer<Path> openFolder) {
    this.journal = journal;
    this.background = background;
    this.dialogs = dialogs;
    this.copy = copy;
    this.openFolder = openFolder;
  }

  /** Opens the window. */
  public void open() {
    handle = Optional.of(dialogs.show(content(), tr("Log"), this::close));
    filter.requestFocus();
    load();
  }

  private VBox content() {
    Label hint =
        new Label(
            tr(
                "What the app did and where it failed, to go with a report. It holds no name, no"
                    + " host, no path and nothing of your vault."));
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.getStyleClass().add("hint");
    filter.setPromptText(tr("Show lines with…"));
    filter.setAccessibleText(tr("Show lines with"));
    filter.textProperty().subscribe(this::show);
    list.setId("log-lines");
    list.setAccessibleText(tr("Lines of the log"));
    list.getStyleClass().add("mono");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setStyle("-fx-pref-width: 46em; -fx-pref-height: 22em;");
    list.setMinHeight(0);
    Label nothing = new Label(tr("No line here. What the app does from now on is written down."));
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    VBox.setVgrow(list, Priority.ALWAYS);
    found.getStyleClass().add("hint");
    VBox content = new VBox(hint, filter, list, found, buttons());
    content.getStyleClass().addAll("dialog-message", "log");
    return content;
  }

  private HBox buttons() {
    Button clear = new Button(tr("Clear…"));
    clear.setOnAction(e -> clear());
    Button folder = new Button(tr("Open folder"));
    folder.setOnAction(e -> openFolder());
    Button copying = new Button(tr("Copy"));
    copying.setAccessibleHelp(tr("Copies the chosen lines, or all that are shown."));
    copying.setOnAction(e -> copy());
    Button close = new Button(tr("Close"));
    close.getStyleClass().add("accent");
    close.setDefaultButton(true);
    close.setOnAction(e -> close());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(clear, folder, gap, copying, close);
    row.getStyleClass().add("dialog-buttons");
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  private void load() {
    background.run(
        journal::lines,
        read -> {
          lines = read.reversed();
          show();
        },
        dialogs::error);
  }

  private void show() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(lines.stream().filter(l -> l.toLowerCase(Locale.ROOT).contains(wanted)).toList());
    found.setText(count(list.getItems().size(), "{0} line", "{0} lines"));
  }

  private void copy() {
    List<String> chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
    copy.accept(String.join("\n", chosen.isEmpty() ? list.getItems() : chosen));
    dialogs.toast(tr("Copied"), Optional.empty());
  }

  private void openFolder() {
    if (Files.isDirectory(journal.folder())) {
      openFolder.accept(journal.folder());
    } else {
      dialogs.toast(tr("There is no log on the disk yet."), Optional.empty());
    }
  }

  private void clear() {
    dialogs.confirm(
        new Question(
            tr("Clear the log?"),
            tr("All lines are deleted from the disk. That cannot be undone."),
            tr("Clear"),
            true),
        () ->
            background.run(
                () -> {
                  cleared();
                  return true;
                },
                done -> load(),
                dialogs::error));
  }

  private void cleared() {
    try {
      journal.clear();
    } catch (IOException e) {
      throw new VaultException.Refused(
          "The log could not be deleted. Check who may write in " + journal.folder() + ".");
    }
  }

  private void close() {
    handle.ifPresent(Handle::close);
  }
}
