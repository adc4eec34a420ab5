package io.keyarbor.ui.palette;

import io.keyarbor.settings.Settings;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.DesktopControls;
import io.keyarbor.ui.desktop.Opened;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Opens the palette: in the window if that is in front, and else on its own above what else is on
 * the screen. A locked vault is unlocked first. For the JavaFX thread.
 */
public final class PaletteCompanion implements Companion {
  private final DesktopControls controls;
  private final Supplier<Settings> settings;
  private Optional<Palette> palette = Optional.empty();
  private Optional<Dialogs> dialogs = Optional.empty();
  private Optional<PaletteWindow> window = Optional.empty();
  private boolean wanted;

  /**
   * The vault is locked at first.
   *
   * @param settings as they are now
   */
  public PaletteCompanion(DesktopControls controls, Supplier<Settings> settings) {
    this.controls = controls;
    this.settings = settings;
  }

  @Override
  public void unlocked(Opened open) {
    palette = Optional.of(new Palette(open.work(), open.testing(), controls::say));
    dialogs = Optional.of(open.work().dialogs());
    if (wanted) {
      quick();
    }
  }

  @Override
  public void locked() {
    palette.ifPresent(Palette::forget);
    palette = Optional.empty();
    dialogs = Optional.empty();
  }

  @Override
  public void quick() {
    wanted = palette.isEmpty();
    if (wanted) {
      controls.raise();
    } else if (isInFront(controls.stage())) {
      palette.get().open((view, title, closed) -> inWindow(dialogs.get(), view, title, closed));
    } else {
      palette.get().open(alone());
    }
  }

  private static boolean isInFront(Stage stage) {
    return stage.isShowing() && stage.isFocused() && !stage.isIconified();
  }

  private static Runnable inWindow(Dialogs dialogs, Region view, String title, Runnable closed) {
    Handle handle = dialogs.show(view, title, closed);
    return handle::close;
  }

  private PaletteWindow alone() {
    PaletteWindow alone = window.orElseGet(() -> new PaletteWindow(settings.get()));
    window = Optional.of(alone);
    alone.dress(settings.get());
    return alone;
  }
}
