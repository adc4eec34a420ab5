package io.keyarbor.probe.engine;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers, as long as the program runs, when which credential may be tried again. A secret that
 * was corrected makes no difference: some services refuse the right one shortly after a wrong one.
 * It knows credentials by a keyed digest of their plain values only. Safe for any thread.
 */
final class Intervals {
  private final Clock clock;
  private final Secret key = Secret.random(32);
  private final Map<ByteBuffer, Instant> next = new HashMap<>();

  Intervals(Clock clock) {
    this.clock = clock;
  }

  /** The key of that credential in the other methods. */
  ByteBuffer of(ServiceTemplate template, FieldValues values) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.use(bytes -> new SecretKeySpec(bytes, "HmacSHA256")));
      add(mac, template.serviceType().getBytes(StandardCharsets.UTF_8));
      new TreeMap<>(values.plain())
          .forEach((name, value) -> {
            add(mac, name.getBytes(StandardCharsets.UTF_8));
            add(mac, value.getBytes(StandardCharsets.UTF_8));
          });
      return ByteBuffer.wrap(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform has HMAC", e);
    }
  }

  /**
   * Waits until the next run may start, and takes it as started.
   *
   * @param patience the longest time to wait
   * @return zero, or how long the pause would still be if that is longer than {@code patience};
   *     then the run must not start
   */
  Duration await(ByteBuffer credential, Duration pause, Duration patience)
      throws InterruptedException {
    Deadline end = Deadline.in(patience);
    for (Duration left = start(credential, pause); ; left = start(credential, pause)) {
      if (left.isZero() || left.compareTo(end.left()) > 0) {
        return left;
      }
      Thread.sleep(left);
    }
  }

  private synchronized Duration start(ByteBuffer credential, Duration pause) {
    Instant now = clock.instant();
    next.values().removeIf(when -> !when.isAfter(now));
    Instant when = next.get(credential);
    if (when != null && pause.isPositive()) {
      Duration left = Duration.between(now, when);
      // A clock that was set back must not make it longer.
      return left.compareTo(pause) < 0 ? left : pause;
    }
    next.put(credential, now.plus(pause));
    return Duration.ZERO;
  }

  /** The pause counts from the end of a run. */
  synchronized void ended(ByteBuffer credential, Duration pause) {
    next.put(credential, clock.instant().plus(pause));
  }

  /** With its length before it, so that no two lists of values look alike. */
  private static void add(Mac mac, byte[] bytes) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    mac.update(bytes);
  }
}
