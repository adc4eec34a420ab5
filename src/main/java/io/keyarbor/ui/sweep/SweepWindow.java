package io.keyarbor.ui.sweep;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Prober;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.sweep.Find;
import io.keyarbor.transfer.sweep.Findings;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.transfer.sweep.Replacement;
import io.keyarbor.transfer.sweep.Replacements;
import io.keyarbor.transfer.sweep.Source;
import io.keyarbor.transfer.sweep.Sweep;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.transfer.ImportWindow;
import io.keyarbor.ui.transfer.Imported;
import io.keyarbor.ui.transfer.ReportPage;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Held;
import io.keyarbor.ui.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Looks for credentials on this computer: where, what was found, into the vault, references in the
 * place of the plain text. Nothing is taken or written that was not ticked.
 */
public final class SweepWindow {
  private final Workspace work;
  private final Function<List<Path>, Places> places;
  private final Replacements replacements = new Replacements();
  private final PlacesPage where;
  private final FoundPage found;
  private final ReplacePage replace;
  private Held<Findings> held = new Held<>(Findings::close);
  private Optional<Running> running = Optional.empty();
  private Optional<Imported> imported = Optional.empty();
  private Optional<Handle> handle = Optional.empty();
  private Page page = Page.WHERE;

  @FXML private StackPane place;
  @FXML private Notice notice;
  @FXML private Pane progress;
  @FXML private Label doing;
  @FXML private Button stop;
  @FXML private Button testAll;
  @FXML private Button cancel;
  @FXML private Button next;

  private enum Page {
    WHERE,
    FOUND,
    REPLACE,
    DONE
  }

  /**
   * Into the vault of {@code work}.
   *
   * @param prober tests what was found
   * @param places where to look, with the folders that the person names
   */
  public SweepWindow(Workspace work, Prober prober, Function<List<Path>, Places> places) {
    this.work = work;
    this.places = places;
    where = new PlacesPage(work);
    found = new FoundPage(new FindList(work, prober, this::changed));
    replace = new ReplacePage(this::changed, this::planReplacing);
  }

  /** Opens the window. */
  public void open() {
    Region view = (Region) Fxml.load(this);
    view.getStylesheets()
        .addAll(
            ImportWindow.sheet(),
            Objects.requireNonNull(SweepWindow.class.getResource("sweep.css")).toExternalForm());
    handle = Optional.of(work.dialogs().show(view, tr("Sweep this computer"), this::close));
    // However the window goes away, also when the vault locks, it leaves no secret behind.
    view.sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            end();
          }
        });
    next.requestFocus();
  }

  @FXML
  void initialize() {
    idle();
    show(Page.WHERE, where);
  }

  private void show(Page which, Node view) {
    page = which;
    place.getChildren().setAll(view);
    changed();
  }

  private void changed() {
    if (next == null) {
      return;
    }
    notice.hide();
    testAll.setVisible(page == Page.FOUND);
    cancel.setVisible(page != Page.DONE);
    cancel.setText(page == Page.REPLACE ? tr("Leave the files") : tr("Cancel"));
    int count =
        switch (page) {
          case WHERE, DONE -> 1;
          case FOUND -> found.list().chosen().size();
          case REPLACE -> replace.chosen().size();
        };
    testAll.setDisable(count == 0);
    // What the vault has already may still be replaced in the files.
    boolean goesOn = page == Page.FOUND && found.list().hasKnown();
    next.setDisable(count == 0 && !goesOn);
    next.setText(
        switch (page) {
          case WHERE -> tr("Look");
          case FOUND ->
              count > 0 ? tr("Import {0}", count) : goesOn ? tr("Continue") : tr("Import");
          case REPLACE ->
              count == 0
                  ? tr("Replace")
                  : count(count, "Replace in {0} file", "Replace in {0} files");
          case DONE -> tr("Close");
        });
  }

  @FXML
  void next() {
    switch (page) {
      case WHERE -> look();
      case FOUND -> take();
      case REPLACE -> replace();
      case DONE -> close();
    }
  }

  private void look() {
    held.close();
    held = new Held<>(Findings::close);
    Held<Findings> fresh = held;
    Places looked = places.apply(where.folders());
    busy(tr("Looking…"), true);
    run(
        () -> {
          Consumer<String> told =
              at -> Platform.runLater(() -> doing.setText(tr("Looking at {0}", retold(at))));
          fresh.put(new Sweep(work.catalogue()).look(work.session(), looked, told));
          return fresh.<Findings, RuntimeException>use(findings -> findings);
        },
        findings -> {
          found.show(fresh, findings);
          show(Page.FOUND, found);
          found.begin();
          finished(count(findings.finds().size(), "Found {0} credential", "Found {0} credentials"));
        });
  }

  private void take() {
    Held<Findings> from = held;
    Set<Integer> chosen = found.list().chosen();
    busy(tr("Adding {0}…", chosen.size()), false);
    run(
        () ->
            from.<Imported, RuntimeException>use(
                findings -> Imported.by(work.session(), findings.newOnes(), List.of(), chosen)),
        done -> {
          imported = Optional.of(done);
          planReplacing();
        });
  }

  /** What is in the vault now and still in files, ticked or known before. */
  private void planReplacing() {
    Held<Findings> from = held;
    boolean toolsToo = replace.isToolsToo();
    Set<Find> ticked = Set.copyOf(found.list().ticked());
    busy(tr("Looking at the files…"), false);
    run(
        () -> from.<Plans, TransferException>use(findings -> plans(findings, ticked, toolsToo)),
        plans -> {
          if (!plans.any()) {
            report(Replaced.none());
            finished(added());
          } else {
            replace.show(ReportPage.title(imported.orElseThrow().report()), plans.shown());
            show(Page.REPLACE, replace);
          }
        });
  }

  /**
   * What can be replaced.
   *
   * @param any whether there is a file at all, also one of a tool
   */
  private record Plans(List<Replacement> shown, boolean any) {}

  private Plans plans(Findings findings, Set<Find> ticked, boolean toolsToo)
      throws TransferException {
    List<Find> kept =
        findings.finds().stream()
            .filter(f -> f.state() != Find.State.NEW || ticked.contains(f))
            .toList();
    List<Replacement> all = replacements.plan(work.session(), kept, true);
    return new Plans(
        all.stream().filter(plan -> toolsToo || plan.kind() == Source.Kind.ENV_FILE).toList(),
        !all.isEmpty());
  }

  private void replace() {
    List<Replacement> chosen = replace.chosen();
    busy(tr("Writing…"), false);
    run(
        () -> Replaced.by(work.session(), replacements, chosen),
        replaced -> {
          report(replaced);
          finished(count(replaced.files().size(), "Replaced in {0} file", "Replaced in {0} files"));
        });
  }

  private void finished(String words) {
    work.dialogs().finished(words);
  }

  private String added() {
    int added = imported.orElseThrow().added().size();
    return count(added, "Imported {0} credential", "Imported {0} credentials");
  }

  private void report(Replaced replaced) {
    held.close();
    show(
        Page.DONE, new DonePage(work, replacements, imported.orElseThrow(), replaced, this::close));
    next.requestFocus();
  }

  private <T> void run(Callable<T> deed, Consumer<T> done) {
    running =
        Optional.of(
            work.background()
                .run(
                    deed,
                    result -> {
                      idle();
                      done.accept(result);
                    },
                    failure -> {
                      idle();
                      notice.show(ErrorText.of(failure).message());
                    }));
  }

  private void busy(String words, boolean mayBeStopped) {
    doing.setText(words);
    progress.setVisible(true);
    progress.setManaged(true);
    stop.setVisible(mayBeStopped);
    place.setDisable(true);
    next.setDisable(true);
    testAll.setDisable(true);
    cancel.setDisable(!mayBeStopped);
  }

  private void idle() {
    running = Optional.empty();
    progress.setVisible(false);
    progress.setManaged(false);
    place.setDisable(false);
    cancel.setDisable(false);
    changed();
  }

  @FXML
  void testAll() {
    found.list().testTicked();
  }

  @FXML
  void stop() {
    running.ifPresent(Running::cancel);
    held.close();
    idle();
  }

  @FXML
  void cancel() {
    if (page == Page.REPLACE) {
      report(Replaced.none());
    } else {
      close();
    }
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
    end();
  }

  private void end() {
    running.ifPresent(Running::cancel);
    held.close();
  }
}
