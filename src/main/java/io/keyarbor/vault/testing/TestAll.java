package io.keyarbor.vault.testing;

import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.testing.ConnectionTest.Found;
import io.keyarbor.vault.testing.Turns.Turn;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tests many credentials at a time. What has not begun is a name in a queue; what a service has
 * answered for makes room for the next at once, and is then kept on disk together with others that
 * wait for that. One run, once.
 */
public final class TestAll {
  /** Tests under way at one time. Sixteen keep a network busy and a small computer responsive. */
  public static final int AT_ONCE = 16;

  /** Tests under way at one time with one host, fewer than a browser opens connections. */
  public static final int PER_HOST = 4;

  /** So many times the tests under way may be there to be kept. */
  private static final int WAITING_TO_BE_KEPT = 3;

  private final OneTest test;
  private final Session session;
  private final Bounds bounds;
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /**
   * How many tests may be under way.
   *
   * @param atOnce in all
   * @param perHost with one host
   */
  record Bounds(int atOnce, int perHost) {}

  /** Tests one credential. */
  @FunctionalInterface
  interface OneTest {
    /**
     * Blocks until the service has answered.
     *
     * @return empty if there was nothing to test any more
     * @throws InterruptedException if the thread is interrupted, which cancels the test
     */
    Optional<Found> ask(CredentialId id) throws InterruptedException;
  }

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

  /** A run over credentials of {@code session}, within {@link #AT_ONCE} and {@link #PER_HOST}. */
  public TestAll(ConnectionTest test, Session session) {
    this(id -> Optional.of(test.ask(session, id)), session, new Bounds(AT_ONCE, PER_HOST));
  }

  /** The same, but what is found is only told, and not kept in the vault. */
  public static TestAll withoutKeeping(ConnectionTest test, Session session) {
    return new TestAll(
        id -> Optional.of(new Found(test.ask(session, id).verdict(), () -> {})),
        session,
        new Bounds(AT_ONCE, PER_HOST));
  }

  /** A run with a test and bounds of one's own. */
  TestAll(OneTest test, Session session, Bounds bounds) {
    this.test = test;
    this.session = session;
    this.bounds = bounds;
  }

  /**
   * Tests them all and returns when the last is done or cancelled.
   *
   * @throws InterruptedException if the thread is interrupted, which cancels the run
   * @throws RuntimeException the first of those that a test threw and that is no {@code
   *     VaultException}; the others are tested all the same
   */
  public void run(Collection<CredentialId> ids, Progress progress) throws InterruptedException {
    Turns turns = new Turns(ids, this::host, bounds);
    Tally tally = new Tally(ids.size(), progress);
    int most = bounds.atOnce() * (1 + WAITING_TO_BE_KEPT);
    for (int i = 0; i < Math.min(most, ids.size()); i++) {
      workers.add(Thread.ofVirtual().unstarted(() -> work(turns, tally)));
    }
    workers.forEach(Thread::start);
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      cancel();
      throw e;
    }
    turns.drain().forEach(id -> tally.done(id, Optional.empty()));
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /** Cancels what is under way and starts no more. From any thread; does not wait. */
  public void cancel() {
    cancelled.set(true);
    workers.forEach(Thread::interrupt);
  }

  private void work(Turns turns, Tally tally) {
    try {
      for (Optional<Turn> turn = turns.next(); turn.isPresent(); turn = turns.next()) {
        testOne(turn.get(), turns, tally);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void testOne(Turn turn, Turns turns, Tally tally) throws InterruptedException {
    Optional<Verdict> verdict = Optional.empty();
    try {
      verdict = ask(turn, turns).map(TestAll::kept);
    } catch (VaultException e) {
      // Locked or deleted meanwhile: there is no verdict.
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      tally.done(turn.id(), verdict);
    }
  }

  private Optional<Found> ask(Turn turn, Turns turns) throws InterruptedException {
    try {
      return cancelled.get() ? Optional.empty() : test.ask(turn.id());
    } finally {
      turns.done(turn);
    }
  }

  private static Verdict kept(Found found) {
    found.keep().run();
    return found.verdict();
  }

  /** Where its test goes, as far as its fields tell; those that do not tell share their service. */
  private String host(CredentialId id) {
    try {
      return session.credentials().find(id).map(c -> Hosts.of(c.details())).orElse("");
    } catch (VaultException.Locked e) {
      return "";
    }
  }

  private static final class Tally {
    private final int total;
    private final Progress progress;
    private int done;

    Tally(int total, Progress progress) {
      this.total = total;
      this.progress = progress;
    }

    synchronized void done(CredentialId id, Optional<Verdict> verdict) {
      done++;
      progress.done(done, total, id, verdict);
    }
  }
}
