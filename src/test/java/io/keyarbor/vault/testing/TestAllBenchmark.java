package io.keyarbor.vault.testing;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import io.keyarbor.vault.testing.ConnectionTest.Found;
import io.keyarbor.vault.testing.TestAll.Bounds;
import io.keyarbor.vault.testing.TestAll.OneTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tests many credentials of a real vault against a server on this computer that takes its time: run
 * {@code main}, by default with 1,000 credentials, 200 ms and 16 hosts. Prints how much longer it
 * took than the ideal for the allowed concurrency, heap and threads. Other rows leave out Keyarbor,
 * or the vault, or have one host only.
 */
public final class TestAllBenchmark {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final int HOSTS = 16;

  private TestAllBenchmark() {}

  /** Entry point; the number of credentials may be given. */
  public static void main(String[] args) throws Exception {
    int size = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("test-all-benchmark");
    try (UnlockKey key = TestVaults.key("benchmark");
        SlowServer server = new SlowServer(PAUSE, HOSTS)) {
      LocalVault vault = TestVaults.vault(folder.resolve("state"));
      Session session = vault.create(folder.resolve("vault"), "Benchmark", key);
      JsonCatalogue catalogue = JsonCatalogue.load(SlowServer.template(folder.resolve("t")));
      ConnectionTest test = new ConnectionTest(catalogue, new TemplateProber());
      ServiceTemplate template = catalogue.find("slow-service").orElseThrow();
      OneTest kept = id -> Optional.of(test.ask(session, id));
      OneTest unsaved =
          id -> {
            try (FieldValues values = session.credentials().open(id)) {
              Verdict verdict = test.testUnsaved(template, values, new TlsTrust.SystemTrust());
              return Optional.of(new Found(verdict, () -> {}));
            }
          };
      List<CredentialId> many = add(session, server, "many", size, HOSTS);
      List<CredentialId> one = add(session, server, "one", size / 4, 1);
      measure("warm-up", session, kept, many.subList(0, Math.min(100, size)), TestAll.AT_ONCE);
      bare(server, size);
      measure("unsaved", session, unsaved, many, TestAll.AT_ONCE);
      measure("16 hosts", session, kept, many, TestAll.AT_ONCE);
      measure("1 host", session, kept, one, TestAll.PER_HOST);
      System.out.println("most requests under way: " + server.mostAtOnce());
      vault.lock();
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<CredentialId> add(
      Session session, SlowServer server, String name, int count, int hosts) {
    List<NewCredential> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Details details =
          new Details(
              name + " " + i,
              "slow-service",
              Optional.empty(),
              Map.of("url", server.url(i % hosts)),
              Set.of(),
              false,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust());
      all.add(new NewCredential(details, TestVaults.secrets("token", "fake-0000")));
    }
    List<CredentialId> ids = session.credentials().addAll(all).stream().map(c -> c.id()).toList();
    all.forEach(each -> each.secrets().values().forEach(Secret::close));
    return ids;
  }

  private static void measure(
      String what, Session session, OneTest test, List<CredentialId> ids, int atOnce)
      throws InterruptedException {
    AtomicInteger saves = new AtomicInteger();
    AtomicInteger good = new AtomicInteger();
    AtomicLong heap = new AtomicLong();
    AtomicInteger threads = new AtomicInteger();
    long before = heap();
    long start = System.nanoTime();
    Session.Subscription counting = session.onChange(saves::incrementAndGet);
    try {
      new TestAll(test, session, new Bounds(TestAll.AT_ONCE, TestAll.PER_HOST))
          .run(
              ids,
              (done, total, id, verdict) -> {
                verdict.filter(v -> v.reason() == Reason.OK).ifPresent(v -> good.incrementAndGet());
                threads.accumulateAndGet(
                    ManagementFactory.getThreadMXBean().getThreadCount(), Math::max);
                if (done % 250 == 0) {
                  heap.accumulateAndGet(heap(), Math::max);
                }
              });
    } finally {
      counting.close();
    }
    double took = (System.nanoTime() - start) / 1e6;
    double ideal = Math.ceilDiv(ids.size(), atOnce) * (double) PAUSE.toMillis();
    System.out.printf(
        Locale.ROOT,
        "%-9s %5d tests, %5d good: %7.0f ms, ideal %7.0f ms, ratio %.2f; %4d saves;"
            + " heap %.1f MB before, %.1f MB at most; %d platform threads%n",
        what,
        ids.size(),
        good.get(),
        took,
        ideal,
        took / ideal,
        saves.get(),
        before / 1e6,
        heap.get() / 1e6,
        threads.get());
  }

  /** The same requests without Keyarbor, as what this machine can do just now. */
  private static void bare(SlowServer server, int size) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    long start = System.nanoTime();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < TestAll.AT_ONCE; i++) {
        workers.add(Thread.ofVirtual().start(() -> askUntil(server, client, next, size)));
      }
      for (Thread worker : workers) {
        worker.join();
      }
    }
    double took = (System.nanoTime() - start) / 1e6;
    double ideal = Math.ceilDiv(size, TestAll.AT_ONCE) * (double) PAUSE.toMillis();
    System.out.printf(
        Locale.ROOT,
        "bare      %5d requests: %7.0f ms, ideal %7.0f ms, ratio %.2f%n",
        size,
        took,
        ideal,
        took / ideal);
  }

  private static void askUntil(SlowServer server, HttpClient client, AtomicInteger next, int size) {
    try {
      for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
        client.send(
            HttpRequest.newBuilder(URI.create(server.url(i))).build(), BodyHandlers.discarding());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
