package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
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
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Asks for the password of one vault and opens it. */
final class UnlockController {
  private final Needs needs;
  private final FrontDoor door;
  private final Path file;
  private final Occasional parts = new Occasional();
  private final UnlockView view = new UnlockView();
  private Optional<Path> keyFile = Optional.empty();
  private Way way = Way.NONE;

  UnlockController(Needs needs, FrontDoor door, Path file) {
    this.needs = needs;
    this.door = door;
    this.file = file;
    fill();
    listen();
  }

  /** What it shows. */
  Parent view() {
    return view;
  }

  private void listen() {
    view.keyring.setOnAction(e -> byKeyring());
    view.byPin.setOnAction(e -> byPin());
    view.pin.setOnAction(e -> byPin());
    view.password.setOnAction(e -> unlock());
    view.newPin.setOnAction(e -> unlock());
    view.unlock.setOnAction(e -> unlock());
    view.keyFileButton.setOnAction(e -> chooseKeyFile());
    view.other.setOnAction(e -> door.open());
    view.create.setOnAction(e -> door.create());
    view.demo.setOnAction(e -> needs.tryDemo().ifPresent(Runnable::run));
    view.leaveDemo.setOnAction(e -> needs.demo().ifPresent(d -> d.leave().run()));
  }

  private void fill() {
    view.name.setText(NewVault.name(file));
    view.folder.setText(file.toAbsolutePath().toString());
    view.folder.setTooltip(new Tooltip(file.toAbsolutePath().toString()));
    boolean isDemo = needs.demo().isPresent();
    view.demoPassword.setText(needs.demo().map(Demo::password).orElse(""));
    parts.show(view.demoPassword, isDemo);
    parts.show(view.leaveDemo, isDemo);
    parts.show(view.other, !isDemo);
    parts.show(view.create, !isDemo);
    parts.show(view.keyFileButton, !isDemo);
    parts.show(view.demo, needs.tryDemo().isPresent());
    view.password.secretLengthProperty().subscribe(view.notice::hide);
    parts.show(view.keyFileLine, false);
    showWays();
    busy(false);
  }

  /** Offers what there is besides the master password, which is always there. */
  private void showWays() {
    way = needs.opening().way(file);
    boolean quick = way == Way.KEYRING || way == Way.PIN;
    parts.show(view.quickForm, quick);
    parts.show(view.keyring, way == Way.KEYRING);
    parts.show(view.pinField, way == Way.PIN);
    parts.show(view.newPinField, way == Way.NEW_PIN);
    // One primary button, which Enter presses.
    view.keyring.setDefaultButton(way == Way.KEYRING);
    view.byPin.setDefaultButton(way == Way.PIN);
    view.unlock.setDefaultButton(!quick);
    view.unlock.getStyleClass().removeAll("accent");
    if (!quick) {
      view.unlock.getStyleClass().add("accent");
    }
  }

  void begin() {
    switch (way) {
      case KEYRING -> view.keyring.requestFocus();
      case PIN -> view.pin.requestFocus();
      case NONE, NEW_PIN -> view.password.requestFocus();
    }
  }

  void wipe() {
    view.password.wipe();
    view.pin.wipe();
    view.newPin.wipe();
  }

  private void byKeyring() {
    quickly(() -> needs.opening().unlockByKeyring(file));
  }

  private void byPin() {
    var typed = view.pin.secret();
    quickly(() -> needs.opening().unlockByPin(file, typed));
  }

  private void quickly(Callable<Session> way) {
    view.notice.hide();
    busy(true);
    needs.background().run(way, this::opened, this::quickFailed);
  }

  private void quickFailed(Throwable failure) {
    busy(false);
    view.pin.wipe();
    showWays();
    view.notice.show(Problem.of(failure).message());
    begin();
  }

  private void unlock() {
    int chosen = view.newPin.secretLengthProperty().get();
    if (way == Way.NEW_PIN && chosen > 0 && chosen < PinGuard.SHORTEST) {
      view.notice.show(tr("A PIN needs at least {0} characters.", PinGuard.SHORTEST));
      view.newPin.requestFocus();
      return;
    }
    unlock(false);
  }

  private void unlock(boolean acceptOlder) {
    view.notice.hide();
    busy(true);
    var typed = view.password.secret();
    var chosenPin =
        way == Way.NEW_PIN && view.newPin.secretLengthProperty().get() > 0
            ? Optional.of(view.newPin.secret())
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
      view.notice.show(problem.message(), anyway);
      anyway.requestFocus();
      return;
    }
    view.notice.show(problem.message());
    view.password.requestFocus();
    view.password.selectAll();
  }

  private void busy(boolean busy) {
    view.form.setDisable(busy);
    view.quickForm.setDisable(busy);
    parts.show(view.progress, busy);
    view.unlock.setText(busy ? tr("Unlocking…") : tr("Unlock"));
  }

  private void chooseKeyFile() {
    needs
        .files()
        .open(tr("Choose the key file"), keyFile.or(() -> Optional.of(needs.vaults())))
        .ifPresent(this::useKeyFile);
  }

  private void useKeyFile(Path chosen) {
    keyFile = Optional.of(chosen);
    view.showKeyFile(String.valueOf(chosen.getFileName()), this::dropKeyFile);
    parts.show(view.keyFileLine, true);
    parts.show(view.keyFileButton, false);
    view.notice.hide();
    view.password.requestFocus();
  }

  private void dropKeyFile() {
    keyFile = Optional.empty();
    parts.show(view.keyFileLine, false);
    parts.show(view.keyFileButton, true);
    view.password.requestFocus();
  }
}
