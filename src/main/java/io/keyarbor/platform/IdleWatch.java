package io.keyarbor.platform;

import io.keyarbor.platform.Timer.Pending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells when a person has done nothing for a while. Counts by the wall clock, so that the time a
 * computer slept counts too. Safe for any thread.
 */
public final class IdleWatch {
  /** How often the clock is looked at: after a sleep, a timer may be late by what it slept. */
  private static final Duration STEP = Duration.ofSeconds(5);

  private final Clock clock;
  private final Timer timer;
  private final Runnable onIdle;
  private Duration limit = Duration.ofDays(1);
  private Instant last;
  private Optional<Pending> pending = Optional.empty();

  /**
   * A watch that does not run yet.
   *
   * @param onIdle called once, on a thread of the timer, which ends the watch until the next start
   */
  public IdleWatch(Clock clock, Timer timer, Runnable onIdle) {
    this.clock = clock;
    this.timer = timer;
    this.onIdle = onIdle;
    this.last = clock.instant();
  }

  /** Starts to count, or goes on with another limit. */
  public synchronized void start(Duration limit) {
    stop();
    this.limit = limit;
    last = clock.instant();
    look();
  }

  /** Ends the watch. */
  public synchronized void stop() {
    pending.ifPresent(Pending::cancel);
    pending = Optional.empty();
  }

  /**
   * The person did something. Once the limit is passed this no longer helps: the first key after a
   * sleep comes before the timer does.
   */
  public void touch() {
    if (isOver()) {
      end();
    } else {
      synchronized (this) {
        last = clock.instant();
      }
    }
  }

  private synchronized void look() {
    Duration left = limit.minus(Duration.between(last, clock.instant()));
    Duration wait = left.compareTo(STEP) < 0 ? left : STEP;
    pending = Optional.of(timer.after(wait.isNegative() ? Duration.ZERO : wait, this::tick));
  }

  private void tick() {
    if (isOver()) {
      end();
    } else {
      synchronized (this) {
        if (pending.isPresent()) {
          look();
        }
      }
    }
  }

  private synchronized boolean isOver() {
    return pending.isPresent() && Duration.between(last, clock.instant()).compareTo(limit) >= 0;
  }

  private void end() {
    stop();
    onIdle.run();
  }
}
