package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.PasswordEstimator;
import io.keyarbor.ui.control.PasswordEstimator.Estimate;
import io.keyarbor.ui.control.PasswordStrength;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.unlock.FrontDoor.Needs;
import io.keyarbor.ui.unlock.Opening.Problem;
import io.keyarbor.vault.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/**
 * Makes a vault: name, master password, where it is kept, and a key file for those who want one.
 */
final class CreateController {
  private final Needs needs;
  private final FrontDoor door;
  private final PasswordEstimator estimator = new PasswordEstimator();
  private Optional<Path> chosenPlace = Optional.empty();
  private Optional<Path> keyFile = Optional.empty();
  private Optional<Running> estimating = Optional.empty();

  @FXML private Pane form;
  @FXML private TextField name;
  @FXML private SecretField password;
  @FXML private SecretField again;
  @FXML private PasswordStrength strength;
  @FXML private Label place;
  @FXML private Label keyFileName;
  @FXML private Button dropKeyFile;
  @FXML private Notice notice;
  @FXML private ProgressBar progress;
  @FXML private Button create;

  CreateController(Needs needs, FrontDoor door) {
    this.needs = needs;
    this.door = door;
  }

  @FXML
  void initialize() {
    name.textProperty().subscribe(this::changed);
    password.secretLengthProperty().subscribe(this::estimate);
    again.secretLengthProperty().subscribe(notice::hide);
    showKeyFile();
    busy(false);
    changed();
  }

  void begin() {
    name.requestFocus();
    name.selectAll();
  }

  void wipe() {
    password.wipe();
    again.wipe();
  }

  private void changed() {
    notice.hide();
    place.setText(place().toString());
    place.setTooltip(new Tooltip(place().toString()));
  }

  private Path place() {
    return chosenPlace.orElseGet(() -> NewVault.proposal(needs.vaults(), name.getText()));
  }

  private void estimate() {
    notice.hide();
    estimating.ifPresent(Running::cancel);
    estimating = Optional.empty();
    if (password.secretLengthProperty().get() == 0) {
      strength.clear();
      return;
    }
    estimating = Optional.of(inBackground(password.secret()));
  }

  private Running inBackground(Secret typed) {
    return needs.background().run(() -> weigh(typed), strength::show, failure -> strength.clear());
  }

  private Estimate weigh(Secret typed) {
    try (typed) {
      return estimator.estimate(typed);
    }
  }

  @FXML
  void create() {
    Secret typed = password.secret();
    Optional<String> fault;
    try (Secret second = again.secret()) {
      // Weighed anew, because the meter may still be on its way.
      int score = typed.length() == 0 ? 0 : estimator.estimate(typed).score();
      fault = NewVault.fault(name.getText(), typed.length(), score, typed.sameAs(second));
    }
    if (fault.isPresent()) {
      typed.close();
      notice.show(tr(fault.get()));
      return;
    }
    notice.hide();
    busy(true);
    needs
        .background()
        .run(
            () -> needs.opening().create(place(), name.getText().strip(), typed, keyFile),
            this::opened,
            this::failed);
  }

  private void opened(Session session) {
    wipe();
    needs.opened().accept(session);
    if (session.isLocked()) {
      // Locked while it was made: it is there, and has its password.
      door.unlock(place());
    }
  }

  private void failed(Throwable failure) {
    busy(false);
    notice.show(Problem.of(failure).message());
  }

  private void busy(boolean busy) {
    form.setDisable(busy);
    progress.setVisible(busy);
    progress.setManaged(busy);
    create.setText(busy ? tr("Creating…") : tr("Create vault"));
  }

  @FXML
  void choosePlace() {
    chosenPlace = needs.files().save(tr("Where to keep the vault"), place()).or(() -> chosenPlace);
    changed();
  }

  @FXML
  void makeKeyFile() {
    Path proposal = place().resolveSibling(NewVault.name(place()) + ".key");
    needs.files().save(tr("Where to keep the new key file"), proposal).ifPresent(this::generate);
  }

  private void generate(Path file) {
    try {
      KeyFile.generate(file);
      keyFile = Optional.of(file);
      showKeyFile();
    } catch (KeyFile.Unusable e) {
      notice.show(e.getMessage());
    }
  }

  @FXML
  void chooseKeyFile() {
    keyFile = needs.files().open(tr("Choose a key file"), Optional.empty()).or(() -> keyFile);
    showKeyFile();
  }

  @FXML
  void dropKeyFile() {
    keyFile = Optional.empty();
    showKeyFile();
  }

  private void showKeyFile() {
    keyFileName.setText(
        keyFile.map(Path::toString).orElse(tr("None. The password alone opens it.")));
    dropKeyFile.setVisible(keyFile.isPresent());
    dropKeyFile.setManaged(keyFile.isPresent());
    notice.hide();
  }

  @FXML
  void back() {
    needs.recent().filter(Files::exists).ifPresentOrElse(door::unlock, door::welcome);
  }
}
