package io.keyarbor.probe.http;

import java.time.Duration;

/** Takes the requests of one test to their services. For one thread. */
public interface Carrier extends AutoCloseable {
  /**
   * Sends {@code call} once and waits at most {@code patience}. Whatever happens becomes an answer.
   *
   * @throws io.keyarbor.probe.text.BadInput if it cannot be sent as it is
   * @throws InterruptedException if the thread is interrupted; the connection is dropped
   */
  Answer send(Call call, Duration patience) throws InterruptedException;

  /** Drops all connections. */
  @Override
  void close();
}
