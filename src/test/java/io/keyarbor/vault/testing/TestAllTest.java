package io.keyarbor.vault.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.VaultException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A person tests many credentials: as many at a time as is good, and no more. */
@Timeout(60)
class TestAllTest {
  private final MemorySession memory = new MemorySession();
  private final Map<CredentialId, String> hosts = new HashMap<>();
  private final Gauge gauge = new Gauge();

  /** Counts what is under way. */
  private static final class Gauge {
    private final Map<String, Integer> byHost = new HashMap<>();
    private int all;
    private int mostAll;
    private int mostOfOneHost;

    synchronized void begin(String host) {
      mostAll = Math.max(mostAll, ++all);
      mostOfOneHost = Math.max(mostOfOneHost, byHost.merge(host, 1, Integer::sum));
    }

    synchronized void end(String host) {
      all--;
      byHost.merge(host, -1, Integer::sum);
    }
  }

  private List<CredentialId> credentials(int count, int onHosts) {
    List<CredentialId> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String host = "host" + i % onHosts + ".example";
      ids.add(memory.add("number " + i, "https://" + host + "/" + i));
      hosts.put(ids.getLast(), host);
    }
    return ids;
  }

  private TestAll all(TestAll.OneTest test) {
    return new TestAll(
        test, memory.session(), new TestAll.Bounds(TestAll.AT_ONCE, TestAll.PER_HOST));
  }

  @Test
  void sixtyCredentialsKeepToTheBoundsAndProgressGoesUpByOne() throws Exception {
    List<CredentialId> ids = credentials(60, 10);
    // The first ones wait for each other, so a run that allows fewer at a time would never end.
    CountDownLatch full = new CountDownLatch(TestAll.AT_ONCE);
    CountDownLatch oneMore = new CountDownLatch(TestAll.AT_ONCE + 1);
    Set<CredentialId> tested = Collections.synchronizedSet(new HashSet<>());
    List<Integer> steps = new ArrayList<>();
    all(
            id -> {
              gauge.begin(hosts.get(id));
              tested.add(id);
              full.countDown();
              oneMore.countDown();
              full.await();
              // Leaves one more the time to begin, if a run lets it.
              oneMore.await(100, TimeUnit.MILLISECONDS);
              gauge.end(hosts.get(id));
              return Optional.empty();
            })
        .run(ids, (done, total, id, verdict) -> steps.add(done));

    assertEquals(TestAll.AT_ONCE, gauge.mostAll);
    assertTrue(gauge.mostOfOneHost <= TestAll.PER_HOST, "of one host: " + gauge.mostOfOneHost);
    assertEquals(IntStream.rangeClosed(1, 60).boxed().toList(), steps);
    assertEquals(Set.copyOf(ids), tested);
  }

  @Test
  void oneHostGetsNoMoreThanItsShareAndHoldsUpNoOther() throws Exception {
    List<CredentialId> slow = credentials(20, 1);
    CredentialId other = memory.add("other", "https://other.example");
    CountDownLatch otherDone = new CountDownLatch(1);
    List<CredentialId> ids = new ArrayList<>(slow);
    ids.add(other);
    List<CredentialId> order = Collections.synchronizedList(new ArrayList<>());
    all(
            id -> {
              if (id.equals(other)) {
                otherDone.countDown();
              } else {
                gauge.begin("slow");
                otherDone.await();
                gauge.end("slow");
              }
              order.add(id);
              return Optional.empty();
            })
        .run(ids, (done, total, id, verdict) -> {});
    assertEquals(21, order.size());
    assertTrue(gauge.mostOfOneHost <= TestAll.PER_HOST);
  }

  @Test
  void aCancelledRunEndsWithTheTestsUnderWay() throws Exception {
    List<CredentialId> ids = credentials(60, 60);
    CountDownLatch busy = new CountDownLatch(TestAll.AT_ONCE);
    CountDownLatch never = new CountDownLatch(1);
    List<CredentialId> begun = Collections.synchronizedList(new ArrayList<>());
    List<Integer> steps = new ArrayList<>();
    TestAll all =
        all(id -> {
          begun.add(id);
          busy.countDown();
          never.await();
          return Optional.empty();
        });
    Thread person =
        Thread.ofVirtual()
            .start(() -> {
              try {
                busy.await();
                all.cancel();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    all.run(ids, (done, total, id, verdict) -> steps.add(done));
    person.join();
    assertEquals(TestAll.AT_ONCE, begun.size());
    assertEquals(IntStream.rangeClosed(1, 60).boxed().toList(), steps);
  }

  @Test
  void whoeverIsInterruptedCancelsTheRun() throws Exception {
    List<CredentialId> ids = credentials(60, 60);
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread run =
        Thread.ofVirtual()
            .start(() -> {
              try {
                all(
                        id -> {
                          busy.countDown();
                          try {
                            new CountDownLatch(1).await();
                          } finally {
                            stopped.countDown();
                          }
                          return Optional.empty();
                        })
                    .run(ids, (done, total, id, verdict) -> {});
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    busy.await();
    run.interrupt();
    run.join();
    assertTrue(stopped.await(20, TimeUnit.SECONDS));
  }

  @Test
  void aTestThatBreaksIsToldAndTheOthersGoOn() {
    List<CredentialId> ids = credentials(60, 10);
    List<Optional<Verdict>> verdicts = new ArrayList<>();
    TestAll all =
        all(id -> {
          if (id.equals(ids.getFirst())) {
            throw new IllegalStateException("broken");
          }
          if (id.equals(ids.getLast())) {
            throw new VaultException.Locked();
          }
          return Optional.empty();
        });
    var failure =
        assertThrows(
            IllegalStateException.class,
            () -> all.run(ids, (done, total, id, verdict) -> verdicts.add(verdict)));
    assertEquals("broken", failure.getMessage());
    assertEquals(Collections.nCopies(60, Optional.empty()), verdicts);
  }

  @Test
  void noCredentialsAreDoneAtOnce() throws Exception {
    all(id -> Optional.empty())
        .run(
            List.of(),
            (done, total, id, verdict) -> {
              throw new AssertionError("there is none");
            });
  }
}
