package io.keyarbor.ui.settings;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.PasswordEstimator;
import io.keyarbor.ui.control.PasswordEstimator.Estimate;
import io.keyarbor.ui.control.PasswordStrength;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.unlock.KeyFile;
import io.keyarbor.ui.unlock.NewVault;
import io.keyarbor.ui.unlock.Opening.Problem;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Session.UnlockKey;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Changes the master password and the key file. */
public final class PasswordController {
  private final Workspace work;
  private final Runnable afterChange;
  private final PasswordEstimator estimator = new PasswordEstimator();
  private Optional<Path> currentKeyFile = Optional.empty();
  private Optional<Path> nextKeyFile = Optional.empty();
  private Optional<Running> estimating = Optional.empty();
  private Optional<Handle> handle = Optional.empty();

  @FXML private Pane form;
  @FXML private SecretField current;
  @FXML private SecretField next;
  @FXML private SecretField again;
  @FXML private PasswordStrength strength;
  @FXML private Label currentKeyFileName;
  @FXML private Label nextKeyFileName;
  @FXML private Notice notice;
  @FXML private ProgressBar progress;
  @FXML private Button change;

  /**
   * Changes the password of the vault of {@code work}.
   *
   * @param changed run after a change, on a thread that may block
   */
  public PasswordController(Workspace work, Runnable changed) {
    this.work = work;
    this.afterChange = changed;
  }

  /** Opens the dialog. */
  public void open() {
    Region content = (Region) Fxml.load(this);
    content
        .sceneProperty()
        .addListener((property, was, is) -> {
          if (is == null) {
            wipe();
          }
        });
    handle = Optional.of(work.dialogs().show(content, tr("Change master password"), this::close));
    current.requestFocus();
  }

  @FXML
  void initialize() {
    next.secretLengthProperty().subscribe(this::estimate);
    current.secretLengthProperty().subscribe(notice::hide);
    again.secretLengthProperty().subscribe(notice::hide);
    busy(false);
    showKeyFiles();
  }

  private void wipe() {
    current.wipe();
    next.wipe();
    again.wipe();
  }

  private void estimate() {
    notice.hide();
    estimating.ifPresent(Running::cancel);
    estimating = Optional.empty();
    if (next.secretLengthProperty().get() == 0) {
      strength.clear();
      return;
    }
    Secret typed = next.secret();
    estimating =
        Optional.of(
            work.background().run(() -> weigh(typed), strength::show, failure -> strength.clear()));
  }

  private Estimate weigh(Secret typed) {
    try (typed) {
      return estimator.estimate(typed);
    }
  }

  @FXML
  void change() {
    Optional<String> fault;
    try (Secret first = next.secret();
        Secret second = again.secret()) {
      int score = first.length() == 0 ? 0 : estimator.estimate(first).score();
      fault = NewVault.fault("-", first.length(), score, first.sameAs(second));
    }
    if (fault.isPresent()) {
      notice.show(tr(fault.get()));
      return;
    }
    busy(true);
    Secret old = current.secret();
    Secret fresh = next.secret();
    work.background().run(() -> change(old, fresh), done -> changed(), this::failed);
  }

  private boolean change(Secret old, Secret fresh) {
    try (old;
        fresh;
        UnlockKey before = new UnlockKey(old, currentKeyFile.map(KeyFile::read));
        UnlockKey after = new UnlockKey(fresh, nextKeyFile.map(KeyFile::read))) {
      work.session().changePassword(before, after);
      afterChange.run();
      return true;
    }
  }

  private void changed() {
    close();
    work.dialogs().toast(tr("Master password changed"), Optional.empty());
  }

  private void failed(Throwable failure) {
    busy(false);
    notice.show(Problem.of(failure).message());
    current.requestFocus();
  }

  private void busy(boolean busy) {
    form.setDisable(busy);
    progress.setVisible(busy);
    change.setText(busy ? tr("Changing…") : tr("Change password"));
  }

  @FXML
  void chooseCurrentKeyFile() {
    currentKeyFile =
        work.files()
            .open(tr("Choose the key file in use"), Optional.empty())
            .or(() -> currentKeyFile);
    nextKeyFile = nextKeyFile.or(() -> currentKeyFile);
    showKeyFiles();
  }

  @FXML
  void chooseNextKeyFile() {
    nextKeyFile =
        work.files().open(tr("Choose the new key file"), Optional.empty()).or(() -> nextKeyFile);
    showKeyFiles();
  }

  @FXML
  void dropNextKeyFile() {
    nextKeyFile = Optional.empty();
    showKeyFiles();
  }

  private void showKeyFiles() {
    currentKeyFileName.setText(currentKeyFile.map(Path::toString).orElse(tr("None")));
    nextKeyFileName.setText(nextKeyFile.map(Path::toString).orElse(tr("None")));
    notice.hide();
  }

  @FXML
  void close() {
    wipe();
    handle.ifPresent(Handle::close);
  }
}
