package io.keyarbor.ui.unlock;

import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.unlock.FrontDoor.Needs;
import io.keyarbor.ui.unlock.Opening.Problem;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.vault.Session;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
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
  private Optional<Path> keyFile = Optional.empty();

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
    show(demoPassword, isDemo);
    show(leaveDemo, isDemo);
    show(other, !isDemo);
    show(create, !isDemo);
    show(keyFileButton, !isDemo);
    show(demo, needs.tryDemo().isPresent());
    password.secretLengthProperty().subscribe(notice::hide);
    show(keyFileLine, false);
    busy(false);
  }

  void begin() {
    password.requestFocus();
  }

  void wipe() {
    password.wipe();
  }

  @FXML
  void unlock() {
    unlock(false);
  }

  private void unlock(boolean acceptOlder) {
    notice.hide();
    busy(true);
    var typed = password.secret();
    needs
        .background()
        .run(
            () -> needs.opening().unlock(file, typed, keyFile, acceptOlder),
            this::opened,
            this::failed);
  }

  private void opened(Session session) {
    wipe();
    needs.opened().accept(session);
  }

  private void failed(Throwable failure) {
    busy(false);
    Problem problem = Problem.of(failure);
    if (problem.olderCopy()) {
      Button anyway = new Button("Open it as it is");
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
    show(progress, busy);
    unlock.setText(busy ? "Unlocking…" : "Unlock");
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  @FXML
  void chooseKeyFile() {
    needs
        .files()
        .open("Choose the key file", keyFile.or(() -> Optional.of(needs.vaults())))
        .ifPresent(this::useKeyFile);
  }

  private void useKeyFile(Path chosen) {
    keyFile = Optional.of(chosen);
    keyFileName.setText(String.valueOf(chosen.getFileName()));
    show(keyFileLine, true);
    show(keyFileButton, false);
    notice.hide();
    password.requestFocus();
  }

  @FXML
  void dropKeyFile() {
    keyFile = Optional.empty();
    show(keyFileLine, false);
    show(keyFileButton, true);
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
