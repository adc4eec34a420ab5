package io.keyarbor.platform;

import java.time.Duration;

/** Calls something later. Tests give one that they wind by hand. */
public interface Timer {
  /** Calls {@code task} once after {@code delay}, on a thread of the timer's choice. */
  Pending after(Duration delay, Runnable task);

  /** A call to come. */
  interface Pending {
    /** Calls it off; does nothing if it was made already. */
    void cancel();
  }
}
