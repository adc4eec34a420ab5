package io.keyarbor.ui.palette;

import io.keyarbor.settings.Settings;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.DesktopControls;
import io.keyarbor.ui.desktop.Opened;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Opens the palette: in the window if that is in front, and else on its own above what else is on
 * the screen. A locked vault is unlocked first. For the JavaFX thread.
 */
public final class PaletteCompanion implements Companion {
  /** Who unlocks later than this after asking for the palette has something else in mind. */
  static final Duration WAITS = Duration.ofMinutes(1);

  private final DesktopControls controls;
  private final Supplier<Settings> settings;
  private Optional<Palette> palette = Optional.empty();
  private Optional<Dialogs> dialogs = Optional.empty();
  private Optional<PaletteWindow> window = Optional.empty();
  private final InstantSource time;
  private Optional<Instant> wanted = Optional.empty();

  /**
   * The vault is locked at first.
   *
   * @param settings as they are now
   */
  public PaletteCompanion(DesktopControls controls, Supplier<Settings> settings) {
    this(controls, settings, InstantSource.system());
  }

  /** The same by a clock of one's own. */
  public PaletteCompanion(
      DesktopControls controls, Supplier<Settings> settings, InstantSource time) {
    this.controls = controls;
    this.settings = settings;
    this.time = time;
    // Who sends the window away gives it up.
    controls
        .stage()
        .showingProperty()
        .addListener((showing, was, is) -> wanted = is ? wanted : Optional.empty());
  }

  @Override
  public void unlocked(Opened open) {
    palette = Optional.of(new Palette(open.work(), open.testing(), controls::say));
    dialogs = Optional.of(open.work().dialogs());
    Optional<Instant> asked = wanted;
    wanted = Optional.empty();
    if (asked.filter(at -> time.instant().isBefore(at.plus(WAITS))).isPresent()) {
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
    if (palette.isEmpty()) {
      wanted = Optional.of(time.instant());
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
