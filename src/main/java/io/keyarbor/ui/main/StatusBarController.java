package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.TimeText;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;
import java.time.Instant;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** The line at the bottom: how many, when last backed up, how far a test of all is. */
final class StatusBarController {
  private final Workspace work;
  private final Testing testing;

  @FXML private Label count;
  @FXML private Label backup;
  @FXML private HBox run;
  @FXML private Label runWords;
  @FXML private ProgressBar progress;

  StatusBarController(Workspace work, Testing testing) {
    this.work = work;
    this.testing = testing;
  }

  @FXML
  void initialize() {
    run.managedProperty().bind(run.visibleProperty());
    showRun();
  }

  /** Shows how many of all are listed, and looks when the last backup was proven. */
  void show(int listed, int all) {
    count.setText(
        listed == all
            ? count(all, "{0} credential", "{0} credentials")
            : count(all, "{1} of {0} credential", "{1} of {0} credentials", listed));
    work.background()
        .run(() -> work.session().backups().lastProven(), this::showBackup, failure -> {});
  }

  private void showBackup(Optional<Instant> proven) {
    backup.setText(
        proven
            .map(
                at -> tr("last proven backup {0}", TimeText.agoInWords(at, work.clock().instant())))
            .orElse(tr("no backup yet")));
  }

  /** Shows how far the test of all is. */
  void showRun() {
    var now = testing.progress();
    run.setVisible(now.isPresent());
    now.ifPresent(p -> {
      runWords.setText(tr("testing {0} of {1}", p.finished(), p.total()));
      progress.setProgress((double) p.finished() / p.total());
    });
  }

  @FXML
  void cancel() {
    testing.cancelAll();
  }
}
