package io.keyarbor.platform;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A {@link Timer} by the system's clock: one daemon thread, which ends with {@link #close()}. */
public final class SystemTimer implements Timer, AutoCloseable {
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("keyarbor-timer").factory());

  /** A timer with nothing to do. */
  public SystemTimer() {
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Pending after(Duration delay, Runnable task) {
    var future = executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  /** Drops what is pending. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
