package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person looks back at what the tests of a credential found. */
@Timeout(60)
class VerdictHistoryTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir Path folder;
  private LocalVault vault;
  private Session session;
  private Credential one;

  @BeforeEach
  void create() {
    vault = TestVaults.vault(folder.resolve("state"));
    session = vault.create(folder.resolve("vault"), "Mine", key("pw"));
    one = session.credentials().add(details("One"), secrets("token", "first"));
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private static Verdict found(Reason reason, int hour) {
    return new Verdict(
        reason,
        reason.label() + " in hour " + hour,
        START.plus(Duration.ofHours(hour)),
        Duration.ofMillis(hour),
        Map.of("User", "somebody"),
        List.of("all"),
        new Expiry.Never(),
        List.of(),
        Optional.empty());
  }

  private static PastVerdict past(Reason reason, int version, int first, int last, int seen) {
    return new PastVerdict(
        reason,
        reason.label() + " in hour " + last,
        version,
        START.plus(Duration.ofHours(first)),
        START.plus(Duration.ofHours(last)),
        Duration.ofMillis(last),
        seen);
  }

  private List<PastVerdict> history() {
    return session.credentials().history(one.id());
  }

  private void reopen() {
    vault.lock();
    session = vault.unlock(folder.resolve("vault"), key("pw"), false);
  }

  @Test
  void anAttachedFileChangesNothingThatWasTested() {
    Credentials credentials = session.credentials();
    credentials.recordTest(one.id(), 1, found(Reason.OK, 1));
    Credential more =
        credentials.edit(one, one.details(), secrets("file:plan.pdf", "text"), Set.of());
    assertEquals(2, more.version());
    assertEquals(Optional.of(found(Reason.OK, 1)), more.lastTest());

    // A test that was under way is about the same secret.
    credentials.recordTest(one.id(), 1, found(Reason.OK, 2));
    assertEquals(List.of(past(Reason.OK, 2, 1, 2, 2)), history());

    more = credentials.find(one.id()).orElseThrow();
    Credential less = credentials.edit(more, more.details(), Map.of(), Set.of("file:plan.pdf"));
    assertTrue(less.lastTest().isPresent());
    Credential back = credentials.rollback(less, less.details(), 2);
    assertTrue(back.lastTest().isPresent());
    Credential liked =
        credentials
            .editAll(List.of(new Credentials.Edit(back, back.details().withFavourite(true))))
            .getFirst();
    assertTrue(liked.lastTest().isPresent());
    assertEquals(List.of(past(Reason.OK, 4, 1, 2, 2)), history());

    Credential changed =
        credentials.edit(
            liked, liked.details(), secrets("token", "two", "file:plan.pdf", "new"), Set.of());
    assertEquals(Optional.empty(), changed.lastTest());
    credentials.recordTest(one.id(), 4, found(Reason.OK, 3));
    assertEquals(1, history().size(), "that was the secret before");
  }

  @Test
  void theSameFoundAgainIsCountedAndAChangeIsKept() {
    assertEquals(List.of(), history());
    session.credentials().recordTest(one.id(), 1, found(Reason.OK, 0));
    session.credentials().recordTest(one.id(), 1, found(Reason.OK, 1));
    session.credentials().recordTest(one.id(), 1, found(Reason.EXPIRED, 2));
    session.credentials().recordTest(one.id(), 1, found(Reason.OK, 3));

    List<PastVerdict> expected =
        List.of(
            past(Reason.OK, 1, 3, 3, 1),
            past(Reason.EXPIRED, 1, 2, 2, 1),
            past(Reason.OK, 1, 0, 1, 2));
    assertEquals(expected, history());
    reopen();
    assertEquals(expected, history());
  }

  @Test
  void itSurvivesWhateverElseIsDoneWithTheCredential() {
    Group group = session.groups().add("Group", Optional.empty());
    Credentials credentials = session.credentials();
    credentials.recordTest(one.id(), 1, found(Reason.EXPIRED, 0));
    List<PastVerdict> expected = new ArrayList<>(history());

    one = credentials.find(one.id()).orElseThrow();
    one =
        credentials.edit(
            one, details("Renamed", Optional.of(group.id())), secrets("token", "new"), Set.of());
    session.groups().delete(group.id());
    credentials.moveToTrash(List.of(one.id()));
    credentials.restore(List.of(one.id()));
    assertEquals(expected, history());

    credentials.recordTest(one.id(), 1, found(Reason.OK, 1));
    assertEquals(expected, history(), "a verdict on secrets that are no longer current");
    credentials.recordTest(one.id(), 2, found(Reason.EXPIRED, 2));
    expected.addFirst(past(Reason.EXPIRED, 2, 2, 2, 1));
    assertEquals(expected, history(), "other secrets, so not the same again");
    reopen();
    assertEquals(expected, history());

    session.credentials().moveToTrash(List.of(one.id()));
    session.credentials().purge(List.of(one.id()));
    assertEquals(List.of(), history());
  }

  @Test
  void theOldestGo() {
    for (int hour = 0; hour < PastVerdict.KEPT + 7; hour++) {
      Reason reason = hour % 2 == 0 ? Reason.OK : Reason.UNREACHABLE;
      session.credentials().recordTest(one.id(), 1, found(reason, hour));
    }
    assertEquals(PastVerdict.KEPT, history().size());
    assertEquals(START.plus(Duration.ofHours(7)), history().getLast().first());
    reopen();
    assertEquals(PastVerdict.KEPT, history().size());
  }

  @Test
  void verdictsThatComeTogetherShareSavesAndNoneIsLost() throws Exception {
    List<Credential> many =
        IntStream.range(0, 40)
            .mapToObj(i -> session.credentials().add(details("Many " + i), secrets("t", "x")))
            .toList();
    AtomicInteger saves = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch queued = new CountDownLatch(1);
    session.onChange(() -> {
      if (saves.incrementAndGet() == 1) {
        first.countDown();
        await(queued);
      }
    });
    List<Thread> threads = new ArrayList<>();
    for (Credential each : many) {
      Thread thread =
          Thread.ofVirtual()
              .start(() -> session.credentials().recordTest(each.id(), 1, found(Reason.OK, 1)));
      threads.add(thread);
      if (threads.size() == 1) {
        first.await();
      }
    }
    for (Thread thread : threads.subList(1, threads.size())) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    queued.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(2, saves.get(), "one for the first, one for all that waited for it");
    reopen();
    assertTrue(many.stream().allMatch(c -> session.credentials().history(c.id()).size() == 1));
  }

  @Test
  void oneThatCannotBeKeptDoesNotTakeTheOthersWithIt() throws Exception {
    Credential other = session.credentials().add(details("Other"), secrets("t", "x"));
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch queued = new CountDownLatch(1);
    AtomicInteger saves = new AtomicInteger();
    session.onChange(() -> {
      if (saves.incrementAndGet() == 1) {
        first.countDown();
        await(queued);
      }
    });
    Thread begin =
        Thread.ofVirtual()
            .start(() -> session.credentials().recordTest(one.id(), 1, found(Reason.OK, 1)));
    first.await();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    Thread good =
        waiting(() -> session.credentials().recordTest(other.id(), 1, found(Reason.OK, 2)));
    Thread bad =
        waiting(() -> {
          try {
            session.credentials().recordTest(one.id(), 1, tooLong());
          } catch (VaultException.Refused e) {
            failures.add(e);
          }
        });
    queued.countDown();
    for (Thread thread : List.of(begin, good, bad)) {
      thread.join();
    }
    assertEquals(1, failures.size());
    assertEquals(1, session.credentials().history(other.id()).size());
    assertEquals(List.of(past(Reason.OK, 1, 1, 1, 1)), history());
  }

  @Test
  void whoeverCancelsWhileAVerdictIsSavedDoesNoHarm() throws Exception {
    for (int hour = 0; hour < 30; hour++) {
      Verdict verdict = found(hour % 2 == 0 ? Reason.OK : Reason.UNREACHABLE, hour);
      CountDownLatch begun = new CountDownLatch(1);
      boolean before = hour % 3 == 0;
      Thread test =
          Thread.ofVirtual()
              .start(() -> {
                if (before) {
                  Thread.currentThread().interrupt();
                }
                begun.countDown();
                session.credentials().open(one.id()).close();
                session.credentials().recordTest(one.id(), 1, verdict);
              });
      begun.await();
      test.interrupt();
      test.join();
    }
    assertEquals(30, history().size());
    reopen();
    assertEquals(30, history().size());
  }

  @Test
  void afterLockingNothingIsToldAndNothingKept() {
    vault.lock();
    assertThrows(VaultException.Locked.class, this::history);
    assertThrows(
        VaultException.Locked.class,
        () -> session.credentials().recordTest(one.id(), 1, found(Reason.OK, 0)));
  }

  /** Its identities alone are more than a record may hold. */
  private static Verdict tooLong() {
    Map<String, String> identity = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      identity.put(i + "\uD83D\uDD11".repeat(249), "\u0001".repeat(500));
      identity.put(i + "-", "\u0001".repeat(500));
    }
    return new Verdict(
        Reason.OK,
        "",
        START,
        Duration.ZERO,
        identity,
        Collections.nCopies(200, "\u0001".repeat(500)),
        new Expiry.Unknown(),
        Collections.nCopies(200, "\u0001".repeat(500)),
        Optional.empty());
  }

  private static Thread waiting(Runnable work) {
    Thread thread = Thread.ofVirtual().start(work);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
