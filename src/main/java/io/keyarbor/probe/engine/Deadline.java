package io.keyarbor.probe.engine;

import java.time.Duration;

/** The time that is left, by the clock that nobody sets. */
record Deadline(long end) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
