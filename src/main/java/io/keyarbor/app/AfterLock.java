package io.keyarbor.app;

import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultState;
import java.time.Duration;

/**
 * Has what the app let go of collected once the vault is locked: the JDK's HTTP client keeps the
 * headers of its last request until a collection has found the client unused and its cleaner has
 * run, so it takes two.
 */
final class AfterLock {
  private static final Duration CLEANERS_NEED = Duration.ofMillis(200);

  private AfterLock() {}

  /** Does so after each lock of {@code vault}, on a thread of its own. */
  static void collect(Vault vault) {
    vault.onState(state -> {
      if (state == VaultState.LOCKED) {
        Thread.ofVirtual().start(AfterLock::collectTwice);
      }
    });
  }

  private static void collectTwice() {
    try {
      System.gc();
      Thread.sleep(CLEANERS_NEED);
      System.gc();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
