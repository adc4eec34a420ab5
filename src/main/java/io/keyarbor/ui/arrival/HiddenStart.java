package io.keyarbor.ui.arrival;

import io.keyarbor.platform.Timer;
import io.keyarbor.ui.desktop.DesktopControls;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/**
 * A start without a window. An icon in the tray may take some seconds to be shown while a desktop
 * starts; if there is none by then, the window is shown, for nothing is ever out of reach.
 */
public final class HiddenStart {
  private static final Duration STEP = Duration.ofMillis(500);
  private static final int MOST_STEPS = 30;

  private final DesktopControls controls;
  private final BooleanSupplier reachable;
  private final Timer timer;

  /**
   * For one window.
   *
   * @param reachable whether a person can come to the app without its window; asked on the JavaFX
   *     thread
   */
  public HiddenStart(DesktopControls controls, BooleanSupplier reachable, Timer timer) {
    this.controls = controls;
    this.reachable = reachable;
    this.timer = timer;
  }

  /** Hides the window; on the JavaFX thread. */
  public void begin() {
    controls.hide();
    look(MOST_STEPS);
  }

  private void look(int left) {
    if (controls.stage().isShowing() || reachable.getAsBoolean()) {
      return;
    }
    if (left == 0) {
      controls.raise();
    } else {
      timer.after(STEP, () -> Platform.runLater(() -> look(left - 1)));
    }
  }
}
