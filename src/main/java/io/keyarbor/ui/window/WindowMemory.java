package io.keyarbor.ui.window;

import io.keyarbor.ui.window.Placement.Area;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a window where it was with the same screens, and remembers where it is left. */
public final class WindowMemory {
  private final Stage stage;
  private final PlacementFile file;
  private Optional<Placement> normal = Optional.empty();

  private WindowMemory(Stage stage, PlacementFile file) {
    this.stage = stage;
    this.file = file;
  }

  /** Places {@code stage}, which is not shown yet; for the JavaFX thread. */
  public static void keep(Stage stage, PlacementFile file) {
    WindowMemory memory = new WindowMemory(stage, file);
    memory.restore();
    stage.xProperty().subscribe(memory::moved);
    stage.yProperty().subscribe(memory::moved);
    stage.widthProperty().subscribe(memory::moved);
    stage.heightProperty().subscribe(memory::moved);
    stage
        .showingProperty()
        .addListener((property, was, is) -> {
          if (!is) {
            memory.save();
          }
        });
  }

  private static List<Area> screens() {
    return Screen.getScreens().stream().map(WindowMemory::area).toList();
  }

  private static Area area(Screen screen) {
    Rectangle2D usable = screen.getVisualBounds();
    return new Area(usable.getMinX(), usable.getMinY(), usable.getWidth(), usable.getHeight());
  }

  private void restore() {
    List<Area> screens = screens();
    normal =
        file.find(Placement.arrangement(screens))
            .map(p -> p.within(screens, stage.getMinWidth(), stage.getMinHeight()));
    normal.ifPresent(place -> {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
      stage.setMaximized(place.maximized());
    });
  }

  /** While it is maximized, where it goes back to stays. */
  private void moved() {
    // Some are not known yet while the window is shown first.
    boolean placed =
        !Double.isNaN(stage.getX() + stage.getY() + stage.getWidth() + stage.getHeight());
    if (stage.isShowing() && placed && !stage.isMaximized() && !stage.isIconified()) {
      normal =
          Optional.of(
              new Placement(
                  stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
    }
  }

  private void save() {
    boolean maximized = stage.isMaximized();
    normal.ifPresent(p ->
        file.remember(
            Placement.arrangement(screens()),
            new Placement(p.x(), p.y(), p.width(), p.height(), maximized)));
  }
}
