package io.keyarbor.ui.testkit;

import io.keyarbor.demo.tour.Person;
import io.keyarbor.settings.Settings;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.theme.Look;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** Puts a view on a real stage of the headless platform, for a {@link Person} to use. */
public final class Stagehand implements AutoCloseable {
  private final Person person = new Person();
  private final Stage stage;

  private Stagehand(Stage stage) {
    this.stage = stage;
  }

  /** Shows {@code view} in the light theme. */
  public static Stagehand show(Parent view, double width, double height) {
    return show(view, width, height, Theme.LIGHT, 1);
  }

  /** Shows {@code view}. */
  public static Stagehand show(
      Parent view, double width, double height, Theme theme, double fontScale) {
    return onFx(() -> {
      Scene scene = new Scene(view, width, height);
      new Look(scene, settings(theme, fontScale));
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      stage.toFront();
      stage.requestFocus();
      return new Stagehand(stage);
    });
  }

  /** Runs on the JavaFX thread, which is started if need be. */
  public static <T> T onFx(Callable<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            Platform.setImplicitExit(false);
            result.complete(call.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    try {
      Platform.startup(task);
    } catch (IllegalStateException alreadyRunning) {
      Platform.runLater(task);
    }
    try {
      return result.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Moves the focus to what has that id or those words; on the JavaFX thread. */
  public void focus(String what) {
    Node node =
        what.startsWith("#")
            ? stage.getScene().lookup(what)
            : stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(b -> b instanceof Button button && what.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    node.requestFocus();
  }

  /** What has the focus; on the JavaFX thread. */
  public Node focused() {
    return stage.getScene().getFocusOwner();
  }

  /** Eyes and hands. */
  public Person person() {
    return person;
  }

  /** A picture in {@code target/pictures}. */
  public void photograph(String name) {
    person.photograph(Path.of("target/pictures", name + ".png"));
  }

  @Override
  public void close() {
    close(stage);
  }

  /** Closes a window, and lets go of it. */
  public static void close(Stage stage) {
    onFx(() -> {
      stage.close();
      // The headless platform keeps its newest robot, and that the window it clicked in.
      new Robot();
      return null;
    });
  }

  private static Settings settings(Theme theme, double fontScale) {
    return Settings.DEFAULTS.withTheme(theme).withFontScale(fontScale);
  }
}
