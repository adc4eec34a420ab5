package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.transfer.ImportPlan.Action;
import io.keyarbor.transfer.ImportPlan.Report;
import io.keyarbor.transfer.ImportPlan.Row;
import io.keyarbor.ui.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Last page of an import: what was added, what was not and why, and the way back. */
public final class ReportPage extends VBox {
  /**
   * The page.
   *
   * @param close takes the window down
   */
  public ReportPage(Workspace work, Imported imported, Runnable close) {
    getStyleClass().add("transfer-page");
    Report report = imported.report();
    Label title = new Label(title(report), new FontIcon("mdi2c-check-circle-outline"));
    title.getStyleClass().addAll("section-heading", "done");
    title.setId("import-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    getChildren().add(title);
    Label details = new Label(details(report));
    details.setWrapText(true);
    details.setMinHeight(USE_PREF_SIZE);
    details.getStyleClass().add("muted");
    details.setManaged(!details.getText().isEmpty());
    getChildren().add(details);
    Button undo = new Button(tr("Undo the import"), new FontIcon("mdi2u-undo"));
    undo.setId("import-undo");
    undo.setOnAction(e -> {
      undo.setDisable(true);
      work.background()
          .run(
              () -> {
                imported.undo(work.session());
                return imported.added().size();
              },
              moved -> {
                close.run();
                work.dialogs()
                    .toast(
                        count(moved, "{0} moved to the trash", "{0} moved to the trash"),
                        Optional.empty());
              },
              work.dialogs()::error);
    });
    undo.setVisible(!imported.added().isEmpty());
    undo.setManaged(undo.isVisible());
    getChildren().add(undo);
    List<String> out = leftOut(report);
    if (!out.isEmpty()) {
      ListView<String> list = new ListView<>();
      list.getStyleClass().add("lines");
      list.setAccessibleText(tr("What was not taken, and why"));
      list.setCellFactory(view -> new WrappedCell());
      list.getItems().setAll(out);
      VBox.setVgrow(list, Priority.ALWAYS);
      Label heading = new Label(tr("Not taken"));
      heading.setLabelFor(list);
      heading.getStyleClass().add("setting-name");
      getChildren().addAll(heading, list);
    }
  }

  /** What was added, in a sentence. */
  public static String title(Report report) {
    long added = report.count(Action.ADD) + report.count(Action.RENAMED);
    return report.newGroups() == 0
        ? count(added, "Added {0} credential.", "Added {0} credentials.")
        : count(
            added,
            "Added {0} credential and {1}.",
            "Added {0} credentials and {1}.",
            count(report.newGroups(), "{0} group", "{0} groups"));
  }

  private static String details(Report report) {
    long renamed = report.count(Action.RENAMED);
    return renamed == 0 ? "" : count(renamed, "{0} got a new name.", "{0} got new names.");
  }

  private static List<String> leftOut(Report report) {
    List<String> out = new ArrayList<>();
    report.rows().stream().filter(row -> !row.isAdded()).map(ReportPage::words).forEach(out::add);
    report
        .unread()
        .forEach(skipped -> out.add(tr("{0}: {1}", skipped.origin(), retold(skipped.why()))));
    return out;
  }

  private static String words(Row row) {
    return tr("{0}: {1}", row.name(), retold(row.why()));
  }
}
