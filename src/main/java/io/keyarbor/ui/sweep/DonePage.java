package io.keyarbor.ui.sweep;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.transfer.sweep.Replacements;
import io.keyarbor.ui.transfer.Imported;
import io.keyarbor.ui.transfer.ReportPage;
import io.keyarbor.ui.transfer.WrappedCell;
import io.keyarbor.ui.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Last page of a sweep: what was added and written, and the way back. */
final class DonePage extends VBox {
  private final Workspace work;
  private final Replacements replacements;
  private final Imported imported;
  private final Replaced replaced;
  private final Runnable close;

  DonePage(
      Workspace work,
      Replacements replacements,
      Imported imported,
      Replaced replaced,
      Runnable close) {
    this.work = work;
    this.replacements = replacements;
    this.imported = imported;
    this.replaced = replaced;
    this.close = close;
    getStyleClass().add("transfer-page");
    title(ReportPage.title(imported.report()));
    if (!replaced.files().isEmpty()) {
      title(
          count(
              replaced.files().size(),
              "References are in {0} file now.",
              "References are in {0} files now."));
    }
    List<String> lines = new ArrayList<>();
    replaced.files().forEach(file -> lines.add(file.toString()));
    replaced.faults().forEach(lines::add);
    imported.report().rows().stream()
        .filter(row -> !row.isAdded())
        .forEach(row -> lines.add(tr("{0}: {1}", row.name(), retold(row.why()))));
    if (!lines.isEmpty()) {
      ListView<String> list = new ListView<>();
      list.getStyleClass().add("lines");
      list.setAccessibleText(tr("Files that were written, and what was not"));
      list.setCellFactory(view -> new WrappedCell());
      list.getItems().setAll(lines);
      VBox.setVgrow(list, Priority.ALWAYS);
      getChildren().add(list);
    }
    getChildren().add(buttons());
  }

  private void title(String text) {
    Label title = new Label(text, new FontIcon("mdi2c-check-circle-outline"));
    title.getStyleClass().addAll("section-heading", "done");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    getChildren().add(title);
  }

  private HBox buttons() {
    Button files = button(tr("Put the files back"), "sweep-undo-files", () -> undo(false));
    files.setVisible(!replaced.files().isEmpty());
    files.setManaged(files.isVisible());
    Button all = button(tr("Undo all of it"), "sweep-undo", () -> undo(true));
    all.setVisible(!imported.added().isEmpty());
    HBox row = new HBox(files, all);
    row.getStyleClass().add("variable");
    return row;
  }

  private static Button button(String text, String id, Runnable deed) {
    Button button = new Button(text, new FontIcon("mdi2u-undo"));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(e -> deed.run());
    return button;
  }

  /** A credential that a file still refers to stays. */
  private void undo(boolean importToo) {
    setDisable(true);
    work.background()
        .run(
            () -> {
              List<String> left = replaced.undo(work.session(), replacements);
              if (importToo && left.isEmpty()) {
                imported.undo(work.session());
              }
              return left;
            },
            left -> {
              close.run();
              work.dialogs()
                  .toast(
                      left.isEmpty()
                          ? importToo
                              ? tr("All is as it was before")
                              : tr("The files are as before")
                          : String.join(" ", left),
                      Optional.empty());
            },
            failure -> {
              setDisable(false);
              work.dialogs().error(failure);
            });
  }
}
