package io.keyarbor.ui.desktop;

import io.keyarbor.platform.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock and a timer that stand still until they are moved. */
final class ManualTime extends Clock implements Timer {
  private final List<Runnable> waiting = new ArrayList<>();
  private Instant now;

  ManualTime(Instant start) {
    now = start;
  }

  /** Lets time pass, and calls what waited. */
  void pass(Duration time) {
    List<Runnable> due;
    synchronized (this) {
      now = now.plus(time);
      due = List.copyOf(waiting);
      waiting.clear();
    }
    due.forEach(Runnable::run);
  }

  @Override
  public synchronized Pending after(Duration delay, Runnable task) {
    waiting.add(task);
    return () -> remove(task);
  }

  private synchronized void remove(Runnable task) {
    waiting.remove(task);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock has one zone");
  }
}
