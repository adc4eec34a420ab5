package io.keyarbor.ui.desktop;

import io.keyarbor.platform.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/** A timer that calls on the JavaFX thread. */
public final class FxTimer implements Timer {
  private final Timer timer;

  /** Lets {@code timer} wait. */
  public FxTimer(Timer timer) {
    this.timer = timer;
  }

  @Override
  public Pending after(Duration delay, Runnable task) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Runnable unlessCancelled =
        () -> {
          if (!cancelled.get()) {
            task.run();
          }
        };
    Pending waiting = timer.after(delay, () -> Platform.runLater(unlessCancelled));
    return () -> {
      cancelled.set(true);
      waiting.cancel();
    };
  }
}
