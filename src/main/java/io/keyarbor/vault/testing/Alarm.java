package io.keyarbor.vault.testing;

import java.time.Duration;

/** Wakes the scheduler. Tests give one that they wind by hand. */
@FunctionalInterface
public interface Alarm {
  /**
   * Calls {@code task} once after {@code delay}, on any thread.
   *
   * @return calls that off, if it is still to come
   */
  Runnable after(Duration delay, Runnable task);
}
