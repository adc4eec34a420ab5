package io.keyarbor.vault.testing;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.ProbeSpec;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.testing.ConnectionTest.Found;
import io.keyarbor.vault.testing.TestAll.Bounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tests credentials by themselves, as often as their schedules say, while the vault is unlocked. It
 * looks once a minute what is due, by the clock, so a computer that slept catches up. It is gentler
 * than a person: at most {@value #AT_ONCE} at a time, one per host, and a secret that was refused
 * or an account that is locked is tried once a day at most. Safe for any thread.
 */
public final class ScheduledTests implements AutoCloseable {
  /** Scheduled tests under way at one time. */
  public static final int AT_ONCE = 4;

  private static final Bounds BOUNDS = new Bounds(AT_ONCE, 1);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final ConnectionTest test;
  private final Session session;
  private final Catalogue catalogue;
  private final Clock clock;
  private final Alarm alarm;
  private final Executor background;
  private final Changes changes;
  private final DueTimes times;
  private final Map<CredentialId, Instant> tried = new ConcurrentHashMap<>();
  private Consumer<Change> listener = change -> {};
  private Optional<Runnable> pending = Optional.empty();
  private Optional<TestAll> run = Optional.empty();
  private boolean closed;

  /**
   * Over an unlocked vault; {@link #begin} starts it.
   *
   * @param background runs a round of tests, which blocks until the last is done
   */
  public ScheduledTests(
      ConnectionTest test,
      Session session,
      Catalogue catalogue,
      Clock clock,
      Alarm alarm,
      Executor background) {
    this.test = test;
    this.session = session;
    this.catalogue = catalogue;
    this.clock = clock;
    this.alarm = alarm;
    this.background = background;
    this.changes = new Changes(clock);
    this.times = new DueTimes(clock.instant());
  }

  /**
   * Starts, once.
   *
   * @param onChange told what a person should know, on the thread of the test
   */
  public synchronized void begin(Consumer<Change> onChange) {
    listener = onChange;
    waitForTheNextLook();
  }

  /** When that credential is tested next; a moment that is past means soon. */
  public Optional<Instant> next(CredentialId id) {
    return session.credentials().find(id).flatMap(c -> due(c, groups()));
  }

  /** Ends it: cancels what is under way and starts no more. Does not wait. */
  @Override
  public synchronized void close() {
    closed = true;
    pending.ifPresent(Runnable::run);
    run.ifPresent(TestAll::cancel);
  }

  private synchronized void waitForTheNextLook() {
    if (!closed && !session.isLocked()) {
      pending = Optional.of(alarm.after(LOOK_EVERY, () -> background.execute(this::look)));
    }
  }

  private void look() {
    try {
      List<CredentialId> due = due();
      if (!due.isEmpty()) {
        started().run(due, (done, total, id, verdict) -> {});
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (VaultException.Locked e) {
      // Its time is over; the wait below does not begin.
    } finally {
      waitForTheNextLook();
    }
  }

  private synchronized TestAll started() {
    TestAll all = new TestAll(this::askIfStillDue, session, BOUNDS);
    run = Optional.of(all);
    if (closed) {
      all.cancel();
    }
    return all;
  }

  private List<CredentialId> due() {
    Map<GroupId, Group> groups = groups();
    return session.credentials().all().stream()
        .filter(c -> isDue(c, groups))
        .map(Credential::id)
        .toList();
  }

  private Map<GroupId, Group> groups() {
    Map<GroupId, Group> byId = new HashMap<>();
    session.groups().all().forEach(group -> byId.put(group.id(), group));
    return byId;
  }

  private boolean isDue(Credential credential, Map<GroupId, Group> groups) {
    return due(credential, groups).filter(when -> !when.isAfter(clock.instant())).isPresent();
  }

  private Optional<Instant> due(Credential credential, Map<GroupId, Group> groups) {
    TestSchedule schedule =
        TestSchedule.inForce(credential.details().schedule(), credential.details().group(), groups)
            .schedule();
    if (!(schedule instanceof TestSchedule.Every every) || credential.trashed().isPresent()) {
      return Optional.empty();
    }
    return pause(credential)
        .map(least ->
            times.next(
                credential,
                session.credentials().history(credential.id()),
                Optional.ofNullable(tried.get(credential.id())),
                Duration.ofHours(every.hours()),
                least));
  }

  /** What its template wants between two tests; empty if there is no test. */
  private Optional<Duration> pause(Credential credential) {
    return catalogue
        .find(credential.details().serviceType())
        .flatMap(t -> t.probes().stream().map(ProbeSpec::minIntervalSeconds).max(Integer::compare))
        .map(Duration::ofSeconds);
  }

  /** A person may have tested it, or set another schedule, while it waited for its turn. */
  private Optional<Found> askIfStillDue(CredentialId id) throws InterruptedException {
    Optional<Credential> before = session.credentials().find(id).filter(c -> isDue(c, groups()));
    if (before.isEmpty()) {
      return Optional.empty();
    }
    tried.put(id, clock.instant());
    Found found = test.ask(session, id);
    return Optional.of(
        new Found(
            found.verdict(),
            () -> {
              found.keep().run();
              changes.by(session, before.get(), found.verdict()).ifPresent(listener);
            }));
  }
}
