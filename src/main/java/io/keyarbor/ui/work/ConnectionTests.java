package io.keyarbor.ui.work;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs connection tests of an open vault and records their verdicts. What does not say otherwise
 * blocks; for any thread.
 */
public interface ConnectionTests extends AutoCloseable {
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
   * @return what was found, once the last is finished
   * @throws InterruptedException if the calling thread is interrupted, which ends those under way
   */
  Tested testAll(Collection<CredentialId> ids, Consumer<CredentialId> done)
      throws InterruptedException;

  /**
   * What a test of several found.
   *
   * @param failing how many are refused
   * @param changes what a person should know who did not watch
   */
  record Tested(int failing, List<Change> changes) {}

  /** What a test of one credential would send, secrets masked. Sends nothing. */
  List<PlannedRequest> preview(CredentialId id);

  /**
   * Asks the service of one credential which models there are.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  ModelList models(CredentialId id) throws InterruptedException;

  /**
   * Starts the tests that are scheduled. Does not block.
   *
   * @param told called with what a person should know, on any thread
   */
  void begin(Consumer<Change> told);

  /**
   * When that credential is tested by itself next; empty if it is not. Past means soon. Does not
   * block.
   */
  Optional<Instant> next(CredentialId id);

  /** What tests found lately that a person should know, newest first. */
  List<Change> recent();

  /** Ends the tests that are scheduled. Does not block. */
  @Override
  void close();
}
