package io.keyarbor.vault.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person tests one credential of the vault, or all. */
@Timeout(60)
class ConnectionTestTest {
  private static final String PAUSING =
      """
      {"service_type": "http-generic",
       "required_fields": [{"name": "url", "type": "url"}, {"name": "token", "type": "password"}],
       "probe": {"control": false, "min_interval": 600,
         "steps": [{"id": "get", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
         "rules": [{"status": 200, "reason": "ok"}]}}
      """;

  private final MemorySession memory = new MemorySession();
  private final ConnectionTest test =
      new ConnectionTest(JsonCatalogue.bundled(), new TemplateProber());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch full = new CountDownLatch(TestAll.PER_HOST);
  private final CountDownLatch hold = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            if (exchange.getRequestURI().getPath().startsWith("/many")) {
              full.countDown();
              full.await();
            }
            boolean right =
                "Bearer right".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            atOnce.decrementAndGet();
            exchange.sendResponseHeaders(right ? 200 : 401, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.createContext(
        "/slow",
        exchange -> {
          try (exchange) {
            asked.countDown();
            hold.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    hold.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void theVerdictIsKeptAndTheSecretWiped() throws Exception {
    CredentialId id = memory.add("one", url("/me"));
    Verdict verdict = test.test(memory.session(), id);
    assertEquals(Reason.OK, verdict.reason(), verdict.detail());
    assertEquals(Map.of(id, verdict), memory.verdicts());
    assertTrue(memory.isWiped());
  }

  @Test
  void aPauseDoesNotPushAsideWhatIsKnown(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("http-generic.json"), PAUSING);
    ConnectionTest paused = new ConnectionTest(JsonCatalogue.load(folder), new TemplateProber());
    CredentialId id = memory.add("one", url("/me"));
    Verdict good = paused.test(memory.session(), id);
    assertEquals(Reason.OK, good.reason(), good.detail());
    assertEquals(Reason.RATE_LIMITED, paused.test(memory.session(), id).reason());
    assertEquals(Map.of(id, good), memory.verdicts());
  }

  @Test
  void aRefusalIsKeptWhereNothingIsKnown() throws Exception {
    CredentialId id = memory.add("one", "no address");
    Verdict verdict = test.test(memory.session(), id);
    assertEquals(Reason.NOT_TESTABLE, verdict.reason(), verdict.detail());
    assertEquals(Map.of(id, verdict), memory.verdicts());
  }

  @Test
  void whatWillBeSentIsShownWithoutSending() {
    CredentialId id = memory.add("one", url("/me"));
    List<PlannedRequest> requests = test.preview(memory.session(), id);
    assertEquals("Bearer ••••••", requests.getFirst().headers().get("Authorization"));
    assertEquals(0, most.get());
    assertTrue(memory.isWiped());
  }

  @Test
  void whatIsNotSavedYetIsTestedToo() throws Exception {
    try (FieldValues typed =
        new FieldValues(
            Map.of("url", url("/me"), "auth_method", "bearer"),
            Map.of("token", Secret.takeUtf8("wrong".toCharArray())))) {
      Verdict verdict =
          test.testUnsaved(
              JsonCatalogue.bundled().find("http-generic").orElseThrow(),
              typed,
              new TlsTrust.SystemTrust());
      assertEquals(Reason.BAD_CREDENTIAL, verdict.reason());
      assertEquals(Map.of(), memory.verdicts());
    }
  }

  @Test
  void aCredentialThatIsGoneIsTold() {
    assertThrows(
        VaultException.Refused.class, () -> test.test(memory.session(), CredentialId.random()));
  }

  @Test
  void allAreTestedWithoutCrowdingOneHost() throws Exception {
    List<CredentialId> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ids.add(memory.add("number " + i, url("/many/" + i)));
    }
    List<Reason> reasons = Collections.synchronizedList(new ArrayList<>());
    List<Integer> steps = Collections.synchronizedList(new ArrayList<>());
    new TestAll(test, memory.session())
        .run(
            ids,
            (done, total, id, verdict) -> {
              steps.add(done);
              reasons.add(verdict.map(Verdict::reason).orElse(Reason.INDETERMINATE));
            });
    assertEquals(IntStream.rangeClosed(1, 30).boxed().toList(), steps);
    assertEquals(Collections.nCopies(30, Reason.OK), reasons);
    assertEquals(30, memory.verdicts().size());
    assertEquals(TestAll.PER_HOST, most.get());
    assertTrue(memory.isWiped());
  }

  @Test
  void aRunIsCancelled() throws Exception {
    List<CredentialId> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(memory.add("number " + i, url("/slow")));
    }
    AtomicInteger done = new AtomicInteger();
    TestAll all = new TestAll(test, memory.session());
    Thread run =
        Thread.ofVirtual()
            .start(() -> {
              try {
                all.run(ids, (number, total, id, verdict) -> done.incrementAndGet());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    assertTrue(asked.await(20, TimeUnit.SECONDS));
    all.cancel();
    assertTrue(run.join(Duration.ofSeconds(10)));
    assertEquals(10, done.get());
    assertEquals(Map.of(), memory.verdicts());
    assertTrue(memory.isWiped());
  }
}
