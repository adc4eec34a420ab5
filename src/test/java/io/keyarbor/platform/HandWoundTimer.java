package io.keyarbor.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** A clock and a timer that move when the test says so. */
public final class HandWoundTimer extends Clock implements Timer {
  private final PriorityQueue<Call> calls = new PriorityQueue<>(Comparator.comparing(Call::at));
  private Instant now = Instant.EPOCH;

  private record Call(Instant at, Runnable task) {}

  @Override
  public Pending after(Duration delay, Runnable task) {
    Call call = new Call(now.plus(delay), task);
    calls.add(call);
    return () -> calls.remove(call);
  }

  /** Lets time go by, with every call made in its moment. */
  public void pass(Duration time) {
    Instant end = now.plus(time);
    for (Optional<Call> next = due(end); next.isPresent(); next = due(end)) {
      calls.remove(next.get());
      // After a sleep what is overdue is called now, not in the past.
      now = next.get().at().isAfter(now) ? next.get().at() : now;
      next.get().task().run();
    }
    now = end;
  }

  /** The computer sleeps: the clock moves on, nothing is called. */
  public void sleep(Duration time) {
    now = now.plus(time);
  }

  /** How many calls are to come. */
  public int pending() {
    return calls.size();
  }

  private Optional<Call> due(Instant end) {
    return Optional.ofNullable(calls.peek()).filter(call -> !call.at().isAfter(end));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
