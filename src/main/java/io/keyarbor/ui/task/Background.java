package io.keyarbor.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work off the JavaFX thread whose end is told on it. Tests give one that runs at once. */
public interface Background {
  /**
   * Starts {@code work} on a virtual thread; calls {@code done} or {@code failed} on the JavaFX
   * thread, or neither if it was cancelled.
   */
  <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

  /** Work under way. */
  interface Running {
    /** Interrupts the work; neither callback is called from now on. */
    void cancel();
  }
}
