package io.keyarbor.ui.palette;

import io.keyarbor.settings.Settings;
import io.keyarbor.ui.theme.Look;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * A small window of its own for the palette, above those of other programs; it goes when the person
 * turns to something else. Empty while it is not shown. For the JavaFX thread.
 */
final class PaletteWindow implements Palette.Place {
  /** So much of the free height lies above it. */
  private static final double ABOVE = 0.3;

  private final StackPane root = new StackPane();
  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final Look look;
  private Runnable closed = () -> {};

  PaletteWindow(Settings settings) {
    root.getStyleClass().add("palette-window");
    root.getStylesheets().add(PaletteView.sheet());
    Scene scene = new Scene(root);
    look = new Look(scene, settings);
    stage.setScene(scene);
    stage.setAlwaysOnTop(true);
    stage
        .focusedProperty()
        .subscribe((before, now) -> {
          if (before && !now) {
            closed.run();
          }
        });
    stage.setOnCloseRequest(event -> {
      event.consume();
      closed.run();
    });
  }

  /** Follows the settings. */
  void dress(Settings settings) {
    look.apply(settings);
  }

  @Override
  public Runnable show(Region view, String title, Runnable onClose) {
    closed = onClose;
    // Its colours must be known before anything asks for them.
    root.applyCss();
    root.getChildren().setAll(view);
    stage.setTitle(title);
    stage.sizeToScene();
    stage.show();
    Rectangle2D screen = screen();
    stage.setX(screen.getMinX() + Math.max(0, (screen.getWidth() - stage.getWidth()) / 2));
    stage.setY(screen.getMinY() + Math.max(0, (screen.getHeight() - stage.getHeight()) * ABOVE));
    stage.toFront();
    stage.requestFocus();
    return this::hide;
  }

  /** Where the person works, as far as the system tells where the pointer is. */
  private static Rectangle2D screen() {
    Point2D pointer = new Robot().getMousePosition();
    return Screen.getScreensForRectangle(pointer.getX(), pointer.getY(), 1, 1).stream()
        .findFirst()
        .orElseGet(Screen::getPrimary)
        .getVisualBounds();
  }

  private void hide() {
    closed = () -> {};
    stage.hide();
    root.getChildren().clear();
  }
}
