package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.unlock.FrontDoor.Needs;
import io.keyarbor.ui.unlock.Opening.Problem;
import io.keyarbor.ui.unlock.QuickEntry.Way;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.view.Occasional;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.quick.PinGuard;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** Asks for the password of one vault and opens it. */
final class UnlockController {
  private final Needs needs;
  private final FrontDoor door;
  private final Path file;
  private final Occasional parts = new Occasional();
  private Optional<Path> keyFile = Optional.empty();
  private Way way = Way.NONE;

  @FXML private Pane form;
  @FXML private Label name;
  @FXML private Label folder;
  @FXML private SecretField password;
  @FXML private Button keyFileButton;
  @FXML private Pane keyFileLine;
  @FXML private Label keyFileName;
  @FXML private Notice notice;
  @FXML private ProgressBar progress;
  @FXML private Button unlock;
  @FXML private Button demo;
  @FXML private Label demoPassword;
  @FXML private Button other;
  @FXML private Button create;
  @FXML private Button leaveDemo;
  @FXML private Pane quickForm;
  @FXML private Button keyring;
  @FXML private Pane pinField;
  @FXML private SecretField pin;
  @FXML private Button byPin;
  @FXML private Pane newPinField;
  @FXML private SecretField newPin;

  UnlockController(Needs needs, FrontDoor door, Path file) {
    this.needs = needs;
    this.door = door;
    this.file = file;
  }

  @FXML
  void initialize() {
    name.setText(NewVault.name(file));
    folder.setText(file.toAbsolutePath().toString());
    folder.setTooltip(new Tooltip(file.toAbsolutePath().toString()));
    boolean isDemo = needs.demo().isPresent();
    demoPassword.setText(needs.demo().map(Demo::password).orElse(""));
    parts.show(demoPassword, isDemo);
    parts.show(leaveDemo, isDemo);
    parts.show(other, !isDemo);
    parts.show(create, !isDemo);
    parts.show(keyFileButton, !isDemo);
    parts.show(demo, needs.tryDemo().isPresent());
    password.secretLengthProperty().subscribe(notice::hide);
    parts.show(keyFileLine, false);
    showWays();
    busy(false);
  }

  /** Offers what there is besides the master password, which is always there. */
  private void showWays() {
    way = needs.opening().way(file);
    boolean quick = way == Way.KEYRING || way == Way.PIN;
    parts.show(quickForm, quick);
    parts.show(keyring, way == Way.KEYRING);
    parts.show(pinField, way == Way.PIN);
    parts.show(newPinField, way == Way.NEW_PIN);
    // One primary button, which Enter presses.
    keyring.setDefaultButton(way == Way.KEYRING);
    byPin.setDefaultButton(way == Way.PIN);
    unlock.setDefaultButton(!quick);
    unlock.getStyleClass().removeAll("accent");
    if (!quick) {
      unlock.getStyleClass().add("accent");
    }
  }

  void begin() {
    switch (way) {
      case KEYRING -> keyring.requestFocus();
      case PIN -> pin.requestFocus();
      case NONE, NEW_PIN -> password.requestFocus();
    }
  }

  void wipe() {
    password.wipe();
    pin.wipe();
    newPin.wipe();
  }

  @FXML
  void byKeyring() {
    quickly(() -> needs.opening().unlockByKeyring(file));
  }

  @FXML
  void byPin() {
    var typed = pin.secret();
    quickly(() -> needs.opening().unlockByPin(file, typed));
  }

  private void quickly(Callable<Session> way) {
    notice.hide();
    busy(true);
    needs.background().run(way, this::opened, this::quickFailed);
  }

  private void quickFailed(Throwable failure) {
    busy(false);
    pin.wipe();
    showWays();
    notice.show(Problem.of(failure).message());
    begin();
  }

  @FXML
  void unlock() {
    int chosen = newPin.secretLengthProperty().get();
    if (way == Way.NEW_PIN && chosen > 0 && chosen < PinGuard.SHORTEST) {
      notice.show(tr("A PIN needs at least {0} characters.", PinGuard.SHORTEST));
      newPin.requestFocus();
      return;
    }
    unlock(false);
  }

  private void unlock(boolean acceptOlder) {
    notice.hide();
    busy(true);
    var typed = password.secret();
    var chosenPin =
        way == Way.NEW_PIN && newPin.secretLengthProperty().get() > 0
            ? Optional.of(newPin.secret())
            : Optional.<Secret>empty();
    needs
        .background()
        .run(
            () -> needs.opening().unlock(file, typed, keyFile, acceptOlder, chosenPin),
            this::opened,
            this::failed);
  }

  private void opened(Session session) {
    wipe();
    needs.opened().accept(session);
    if (session.isLocked()) {
      // Locked while it was unlocked: the next try begins here.
      door.unlock(file);
    }
  }

  private void failed(Throwable failure) {
    busy(false);
    Problem problem = Problem.of(failure);
    if (problem.olderCopy()) {
      Button anyway = new Button(tr("Open it as it is"));
      anyway.setOnAction(e -> unlock(true));
      notice.show(problem.message(), anyway);
      anyway.requestFocus();
      return;
    }
    notice.show(problem.message());
    password.requestFocus();
    password.selectAll();
  }

  private void busy(boolean busy) {
    form.setDisable(busy);
    quickForm.setDisable(busy);
    parts.show(progress, busy);
    unlock.setText(busy ? tr("Unlocking…") : tr("Unlock"));
  }

  @FXML
  void chooseKeyFile() {
    needs
        .files()
        .open(tr("Choose the key file"), keyFile.or(() -> Optional.of(needs.vaults())))
        .ifPresent(this::useKeyFile);
  }

  private void useKeyFile(Path chosen) {
    keyFile = Optional.of(chosen);
    keyFileName.setText(String.valueOf(chosen.getFileName()));
    parts.show(keyFileLine, true);
    parts.show(keyFileButton, false);
    notice.hide();
    password.requestFocus();
  }

  @FXML
  void dropKeyFile() {
    keyFile = Optional.empty();
    parts.show(keyFileLine, false);
    parts.show(keyFileButton, true);
    password.requestFocus();
  }

  @FXML
  void other() {
    door.open();
  }

  @FXML
  void create() {
    door.create();
  }

  @FXML
  void demo() {
    needs.tryDemo().ifPresent(Runnable::run);
  }

  @FXML
  void leaveDemo() {
    needs.demo().ifPresent(d -> d.leave().run());
  }
}
