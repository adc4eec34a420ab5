package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Held;
import io.keyarbor.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Takes credentials from a file: which file and how to read it, what would be added, what was
 * added. Nothing is in the vault before the second page's button, and all of it can be undone
 * after.
 */
public final class ImportWindow {
  private final Workspace work;
  private final SourcePage source;
  private final PlanPage plan;
  private Held<Reading> held = new Held<>(Reading::close);
  private Optional<Running> running = Optional.empty();
  private Optional<Handle> handle = Optional.empty();
  private Page page = Page.SOURCE;

  @FXML private StackPane place;
  @FXML private Pane progress;
  @FXML private Label doing;
  @FXML private Button cancelWork;
  @FXML private Notice notice;
  @FXML private Button back;
  @FXML private Button cancel;
  @FXML private Button next;

  private enum Page {
    SOURCE,
    PLAN,
    REPORT
  }

  /** Into the vault of {@code work}. */
  public ImportWindow(Workspace work, Formats formats) {
    this.work = work;
    source = new SourcePage(work, formats, this::changed);
    plan = new PlanPage(work, this::changed);
  }

  /** The style sheet of these windows. */
  public static String sheet() {
    return Objects.requireNonNull(ImportWindow.class.getResource("transfer.css")).toExternalForm();
  }

  /** Opens the window. */
  public void open() {
    Region view = (Region) Fxml.load(this);
    view.getStylesheets().add(sheet());
    handle = Optional.of(work.dialogs().show(view, tr("Import"), this::close));
    // However the window goes away, also when the vault locks, it leaves no secret behind.
    view.sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            end();
          }
        });
    source.begin();
  }

  /** Opens the window with {@code file} chosen. */
  public void open(Path file) {
    open();
    source.take(file);
  }

  @FXML
  void initialize() {
    show(Page.SOURCE, source.view());
    idle();
  }

  private void show(Page next, Node view) {
    page = next;
    place.getChildren().setAll(view);
    notice.hide();
    changed();
  }

  private void changed() {
    if (next == null) {
      return;
    }
    notice.hide();
    back.setVisible(page == Page.PLAN);
    cancel.setVisible(page != Page.REPORT);
    switch (page) {
      case SOURCE -> {
        next.setText(tr("Preview"));
        next.setDisable(!source.isReady());
      }
      case PLAN -> {
        int count = plan.chosen().size();
        next.setText(count == 0 ? tr("Import") : tr("Import {0}", count));
        next.setDisable(count == 0);
      }
      case REPORT -> {
        next.setText(tr("Close"));
        next.setDisable(false);
      }
    }
  }

  @FXML
  void next() {
    switch (page) {
      case SOURCE -> read();
      case PLAN -> apply();
      case REPORT -> close();
    }
  }

  private void read() {
    SourcePage.Question question = source.question();
    held.close();
    held = new Held<>(Reading::close);
    Held<Reading> fresh = held;
    busy(tr("Reading {0}…", question.file().getFileName()), true);
    running =
        Optional.of(
            work.background()
                .run(
                    () -> {
                      try (question) {
                        fresh.put(question.read());
                      }
                      return fresh.use(reading -> ImportPlan.of(work.session(), reading));
                    },
                    this::showPlan,
                    this::failed));
  }

  private void showPlan(ImportPlan made) {
    idle();
    plan.show(made, made.preview(work.session()).unread());
    show(Page.PLAN, plan.view());
    plan.begin();
  }

  private void apply() {
    Held<Reading> from = held;
    List<String> target = plan.target();
    Set<Integer> chosen = plan.chosen();
    busy(tr("Adding {0}…", chosen.size()), false);
    running =
        Optional.of(
            work.background()
                .run(
                    () -> from.use(reading -> Imported.by(work.session(), reading, target, chosen)),
                    this::showReport,
                    this::failed));
  }

  private void showReport(Imported imported) {
    idle();
    held.close();
    show(Page.REPORT, new ReportPage(work, imported, this::close));
    int added = imported.added().size();
    work.dialogs().finished(count(added, "Imported {0} credential", "Imported {0} credentials"));
    next.requestFocus();
  }

  private void failed(Throwable failure) {
    idle();
    notice.show(ErrorText.of(failure).message());
    if (failure instanceof TransferException e) {
      source.failed(e.isWrongPassword());
    }
  }

  private void busy(String words, boolean mayBeCancelled) {
    doing.setText(words);
    progress.setVisible(true);
    progress.setManaged(true);
    cancelWork.setVisible(mayBeCancelled);
    place.setDisable(true);
    next.setDisable(true);
    back.setDisable(true);
    cancel.setDisable(!mayBeCancelled);
  }

  private void idle() {
    running = Optional.empty();
    progress.setVisible(false);
    progress.setManaged(false);
    place.setDisable(false);
    back.setDisable(false);
    cancel.setDisable(false);
    changed();
  }

  @FXML
  void cancelWork() {
    running.ifPresent(Running::cancel);
    idle();
    back();
  }

  @FXML
  void back() {
    held.close();
    show(Page.SOURCE, source.view());
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
    end();
  }

  private void end() {
    running.ifPresent(Running::cancel);
    held.close();
    source.wipe();
  }
}
