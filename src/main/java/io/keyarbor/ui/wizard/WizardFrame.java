package io.keyarbor.ui.wizard;

import io.keyarbor.ui.view.Fxml;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The frame around the pages: where one is, back and next, save and cancel. */
public final class WizardFrame {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Turns turns;
  private final Region view;

  @FXML private HBox trail;
  @FXML private ScrollPane scroll;
  @FXML private VBox page;
  @FXML private Label warning;
  @FXML private Button back;
  @FXML private Button next;

  /** What the buttons do. */
  interface Turns {
    /** Back was pressed. */
    void back();

    /** The primary button was pressed. */
    void next();

    /** Cancel was pressed. */
    void cancel();
  }

  /**
   * The frame.
   *
   * @param titles of the pages; a single one shows no trail
   */
  WizardFrame(List<String> titles, Turns turns) {
    this.turns = turns;
    this.view = (Region) Fxml.load(this);
    view.getStylesheets()
        .add(Objects.requireNonNull(WizardFrame.class.getResource("wizard.css")).toExternalForm());
    for (int i = 0; i < titles.size(); i++) {
      Label title = new Label((i + 1) + "  " + titles.get(i));
      title.getStyleClass().add("trail-step");
      trail.getChildren().add(title);
    }
    trail.setVisible(titles.size() > 1);
    trail.setManaged(titles.size() > 1);
  }

  /** What is shown. */
  Region view() {
    return view;
  }

  /**
   * Shows a page.
   *
   * @param number from 0
   * @param primary what the primary button says; empty if there is none
   */
  void show(int number, List<Step> steps, String primary) {
    for (int i = 0; i < trail.getChildren().size(); i++) {
      trail.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == number);
    }
    List<Region> views = new ArrayList<>();
    steps.forEach(step -> views.add((Region) step.view()));
    page.getChildren().setAll(views);
    scroll.setVvalue(0);
    back.setVisible(number > 0);
    back.setManaged(number > 0);
    next.setText(primary);
    next.setVisible(!primary.isEmpty());
    next.setManaged(!primary.isEmpty());
    warn("");
    whenOnScreen(steps.getFirst()::entered);
  }

  /** A scroll pane takes its content up with the first layout; before that, no focus goes there. */
  private void whenOnScreen(Runnable deed) {
    if (page.getScene() != null) {
      deed.run();
    } else {
      Subscription[] once = new Subscription[1];
      once[0] =
          page.sceneProperty()
              .subscribe((before, now) -> {
                once[0].unsubscribe();
                Platform.runLater(deed);
              });
    }
  }

  /** Shows a warning beside the buttons; empty words take it away. */
  void warn(String words) {
    warning.setText(words);
    warning.setVisible(!words.isEmpty());
  }

  /** While true nothing can be pressed. */
  void setBusy(boolean busy) {
    view.setDisable(busy);
  }

  @FXML
  void goBack() {
    turns.back();
  }

  @FXML
  void goNext() {
    turns.next();
  }

  @FXML
  void cancel() {
    turns.cancel();
  }
}
