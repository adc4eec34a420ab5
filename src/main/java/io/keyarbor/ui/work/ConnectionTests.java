package io.keyarbor.ui.work;

import io.keyarbor.vault.CredentialId;
import java.util.Collection;
import java.util.function.Consumer;

/** Runs connection tests of an open vault and records their verdicts. Blocks; for any thread. */
public interface ConnectionTests {
  /**
   * Tests one credential.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  void test(CredentialId id) throws InterruptedException;

  /**
   * Tests several, some at a time.
   *
   * @param done called with each one that is finished, on any thread
   * @throws InterruptedException if the calling thread is interrupted, which ends those under way
   */
  void testAll(Collection<CredentialId> ids, Consumer<CredentialId> done)
      throws InterruptedException;
}
