package io.keyarbor.agent;

import io.keyarbor.vault.VaultException;
import java.time.Duration;

/**
 * How long a program waits for a vault whose file another one has open: until that one serves it,
 * or has done what it was started for. Made when the waiting starts; for one thread.
 */
public final class Patience {
  private static final Duration ALL = Duration.ofSeconds(8);
  private static final Duration STEP = Duration.ofMillis(50);

  private final long end = System.nanoTime() + ALL.toNanos();

  /**
   * Waits a moment, after which it is worth to try again.
   *
   * @param busy why the last try failed; thrown if there were enough of them, or if this thread is
   *     interrupted
   */
  public void pause(VaultException busy) {
    if (System.nanoTime() - end > 0) {
      throw busy;
    }
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy;
    }
  }
}
