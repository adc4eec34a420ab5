package io.keyarbor.vault.testing;

import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tests many credentials at a time: at most {@value #AT_ONCE}, and at most {@value #PER_HOST} of
 * them with one host. One run, once.
 */
public final class TestAll {
  /** Tests under way at one time. */
  public static final int AT_ONCE = 8;

  /** Tests under way at one time with one host. */
  public static final int PER_HOST = 2;

  private final ConnectionTest test;
  private final Session session;
  private final Semaphore all = new Semaphore(AT_ONCE);
  private final ConcurrentHashMap<String, Semaphore> hosts = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /** Is told how far the run is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * One credential is done. Called by several threads, one at a time.
     *
     * @param done how many are, with this one
     * @param verdict empty if its test failed for a reason that is not the service's, e.g. since
     *     the vault was locked, or was cancelled
     */
    void done(int done, int total, CredentialId id, Optional<Verdict> verdict);
  }

  /** A run over credentials of {@code session}. */
  public TestAll(ConnectionTest test, Session session) {
    this.test = test;
    this.session = session;
  }

  /**
   * Tests them all, each on a virtual thread, and returns when the last is done or cancelled.
   *
   * @throws InterruptedException if the thread is interrupted, which cancels the run
   */
  public void run(Collection<CredentialId> ids, Progress progress) throws InterruptedException {
    Tally tally = new Tally(ids.size(), progress);
    for (CredentialId id : ids) {
      threads.add(Thread.ofVirtual().unstarted(() -> testOne(id, tally)));
    }
    threads.forEach(Thread::start);
    if (cancelled.get()) {
      interruptAll();
    }
    try {
      tally.awaitAll();
    } catch (InterruptedException e) {
      cancel();
      throw e;
    }
  }

  /** Cancels what is under way and starts no more. From any thread; does not wait. */
  public void cancel() {
    cancelled.set(true);
    interruptAll();
  }

  private void interruptAll() {
    threads.forEach(Thread::interrupt);
  }

  private void testOne(CredentialId id, Tally tally) {
    Optional<Verdict> verdict = Optional.empty();
    try {
      Semaphore host = hosts.computeIfAbsent(host(id), h -> new Semaphore(PER_HOST));
      // First the host's turn, so that a slow host holds up no other.
      host.acquire();
      try {
        all.acquire();
        try {
          verdict = cancelled.get() ? verdict : Optional.of(test.test(session, id));
        } finally {
          all.release();
        }
      } finally {
        host.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (VaultException e) {
      // Locked or deleted meanwhile: there is no verdict.
    } finally {
      tally.done(id, verdict);
    }
  }

  /** Where its test goes, as far as its fields tell; those that do not tell share their service. */
  private String host(CredentialId id) {
    return session.credentials().find(id).map(c -> Hosts.of(c.details())).orElse("");
  }

  private static final class Tally {
    private final int total;
    private final Progress progress;
    private final CountDownLatch left;
    private int done;

    Tally(int total, Progress progress) {
      this.total = total;
      this.progress = progress;
      this.left = new CountDownLatch(total);
    }

    void done(CredentialId id, Optional<Verdict> verdict) {
      try {
        tell(id, verdict);
      } finally {
        left.countDown();
      }
    }

    private synchronized void tell(CredentialId id, Optional<Verdict> verdict) {
      done++;
      progress.done(done, total, id, verdict);
    }

    void awaitAll() throws InterruptedException {
      left.await();
    }
  }
}
