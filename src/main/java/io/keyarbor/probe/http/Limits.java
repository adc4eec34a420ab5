package io.keyarbor.probe.http;

import java.time.Duration;

/**
 * What a server may cost.
 *
 * @param connect longest wait for a connection
 * @param whole longest time of a test, all its requests together
 * @param body most bytes of one answer's body
 */
public record Limits(Duration connect, Duration whole, int body) {
  /** 5 seconds, 15 seconds, 1 MiB. */
  public static Limits standard() {
    return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), 1 << 20);
  }
}
