package io.keyarbor.probe.transport.mongodb;

import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerHeartbeatSucceededEvent;
import com.mongodb.event.ServerMonitorListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends the wait for a server at its first failure; the driver itself would try again until its time
 * is up. Safe for any thread.
 */
final class MongoWatch implements ServerMonitorListener {
  private final AtomicReference<Throwable> cause = new AtomicReference<>();
  private final AtomicReference<Thread> waiting;
  private volatile boolean answered;

  MongoWatch(Thread waiting) {
    this.waiting = new AtomicReference<>(waiting);
  }

  @Override
  public void serverHeartbeatFailed(ServerHeartbeatFailedEvent event) {
    Thread thread = waiting.getAndSet(null);
    if (thread != null) {
      cause.set(event.getThrowable());
      thread.interrupt();
    }
  }

  @Override
  public void serverHeartbeatSucceeded(ServerHeartbeatSucceededEvent event) {
    answered = true;
  }

  /** Whether the server answered at all. */
  boolean hasAnswered() {
    return answered;
  }

  /** What went wrong first; empty if it was not the connection. */
  Optional<Throwable> cause() {
    return Optional.ofNullable(cause.get());
  }

  /** Nobody waits any longer. */
  void end() {
    if (waiting.getAndSet(null) == null) {
      // The interruption was this one's, not that of a person.
      Thread.interrupted();
    }
  }
}
