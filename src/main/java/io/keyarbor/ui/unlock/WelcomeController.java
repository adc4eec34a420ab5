package io.keyarbor.ui.unlock;

import io.keyarbor.ui.unlock.FrontDoor.Needs;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The first window of a first start: three ways in. */
final class WelcomeController {
  private final Needs needs;
  private final FrontDoor door;
  @FXML private Button demo;

  WelcomeController(Needs needs, FrontDoor door) {
    this.needs = needs;
    this.door = door;
  }

  @FXML
  void initialize() {
    demo.setVisible(needs.tryDemo().isPresent());
    demo.setManaged(needs.tryDemo().isPresent());
  }

  @FXML
  void create() {
    door.create();
  }

  @FXML
  void open() {
    door.open();
  }

  @FXML
  void demo() {
    needs.tryDemo().ifPresent(Runnable::run);
  }
}
