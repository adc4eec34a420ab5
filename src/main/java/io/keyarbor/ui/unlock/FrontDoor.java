package io.keyarbor.ui.unlock;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.ui.view.DemoBanner;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.vault.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * What a person meets before a vault is open: welcome, unlock, create. For the JavaFX thread only.
 */
public final class FrontDoor {
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  /** Below this height in em there is no room to spare around the highest card. */
  private static final double ROOM = 46;

  /** So much later than the card come the doors beside it; the start does not wait for them. */
  private static final Duration SOON = Duration.millis(300);

  private final Needs needs;
  private final StackPane card = new StackPane();
  private final FlowPane beside = new FlowPane();
  private final BorderPane view = new BorderPane();
  private Optional<Runnable> leave = Optional.empty();

  /**
   * What the front door works with.
   *
   * @param recent the vault last opened
   * @param vaults folder where new vaults are proposed to lie
   * @param tryDemo opens the demo; empty where there is none
   * @param demo present where the vault is a demo
   * @param em size of the text in pixels
   * @param beside what else a person may want before a vault is open
   * @param opened told of the session once there is one
   */
  public record Needs(
      Opening opening,
      Optional<Path> recent,
      Path vaults,
      FileChoice files,
      Background background,
      Optional<Runnable> tryDemo,
      Optional<Demo> demo,
      DoubleSupplier em,
      List<Beside> beside,
      Consumer<Session> opened) {}

  /**
   * A door to something that needs no vault, and shows nothing of one.
   *
   * @param label in the person's language
   */
  public record Beside(String label, Runnable open) {}

  /** An empty front door; {@link #begin} fills it. */
  public FrontDoor(Needs needs) {
    this.needs = needs;
    card.getStyleClass().add("front");
    VBox.setVgrow(card, Priority.ALWAYS);
    // It scrolls with the card, which needs all the height there is when the text is large.
    beside.getStyleClass().add("front-beside");
    ScrollPane scroll = new ScrollPane(new VBox(card, beside));
    scroll.getStyleClass().add("front-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll
        .heightProperty()
        .subscribe(height ->
            card.pseudoClassStateChanged(
                LOW, height.doubleValue() < ROOM * needs.em().getAsDouble()));
    DemoBanner banner = new DemoBanner();
    banner.show(needs.demo());
    view.setTop(banner);
    view.setCenter(scroll);
  }

  private void showBeside() {
    for (Beside door : needs.beside()) {
      Button button = new Button(door.label());
      button.getStyleClass().addAll("flat", "small");
      button.setOnAction(e -> door.open().run());
      beside.getChildren().add(button);
    }
  }

  /** Shows the first step: the vault last opened, or a welcome. Call it once the view is shown. */
  public void begin() {
    needs.recent().filter(Files::exists).ifPresentOrElse(this::unlock, this::welcome);
    PauseTransition soon = new PauseTransition(SOON);
    soon.setOnFinished(e -> showBeside());
    soon.play();
  }

  /** What to show in the window. */
  public Parent view() {
    return view;
  }

  /** Wipes what was typed; for when the front door is left. */
  public void close() {
    leave.ifPresent(Runnable::run);
    leave = Optional.empty();
  }

  void welcome() {
    go(Fxml.load(new WelcomeController(needs, this)), () -> {});
  }

  void unlock(Path file) {
    UnlockController controller = new UnlockController(needs, this, file);
    go(controller.view(), controller::wipe);
    controller.begin();
  }

  void create() {
    CreateController controller = new CreateController(needs, this);
    go(Fxml.load(controller), controller::wipe);
    controller.begin();
  }

  /** Lets the person point at a vault, then asks for its password. */
  void open() {
    needs.files().open(tr("Open a vault"), Optional.of(needs.vaults())).ifPresent(this::unlock);
  }

  private void go(Parent next, Runnable whenLeft) {
    close();
    leave = Optional.of(whenLeft);
    card.getChildren().setAll(next);
  }
}
