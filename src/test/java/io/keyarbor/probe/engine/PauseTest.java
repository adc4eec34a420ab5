package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person tests again, while the service wants a pause between two tests. */
class PauseTest {
  private final long started = System.nanoTime();
  private Duration ahead = Duration.ZERO;
  private TemplateProber prober;
  private LocalServer server;

  /** Goes on by itself, and in leaps. */
  private Instant now() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - started).plus(ahead);
  }

  @BeforeEach
  void start() throws Exception {
    InstantSource leaping = this::now;
    prober = new TemplateProber(Limits.standard(), leaping.withZone(ZoneOffset.UTC));
    server =
        LocalServer.http(r -> Reply.of(r.authorization().equals("Bearer right") ? 200 : 401, ""));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static ServiceTemplate pausing(int seconds) {
    return Given.service(
        """
        {"name": "url", "type": "url"}, {"name": "user", "type": "text"},
        {"name": "token", "type": "password"}
        """,
        """
        {"control": false, "min_interval": %d,
         "steps": [{"id": "me", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
         "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]}
        """
            .formatted(seconds));
  }

  private Verdict test(int pause, String user, String token) throws InterruptedException {
    try (FieldValues values =
        Given.values(Map.of("url", server.url(), "user", user), Map.of("token", token))) {
      return prober.test(pausing(pause), values, Given.SYSTEM);
    }
  }

  @Test
  void aLongPauseIsToldWhateverTheSecret() throws Exception {
    assertEquals(Reason.BAD_CREDENTIAL, test(600, "ada", "wrong").reason());
    Verdict again = test(600, "ada", "right");
    assertEquals(Reason.RATE_LIMITED, again.reason());
    assertTrue(again.detail().contains("600 seconds; nothing was sent"), again.detail());
    assertTrue(again.took().isZero());
    assertEquals(Reason.OK, test(600, "bob", "right").reason(), "another credential may");
    assertEquals(2, server.seen().size());
    ahead = Duration.ofSeconds(601);
    assertEquals(Reason.OK, test(600, "ada", "right").reason());
  }

  @Test
  void aShortPauseIsWaitedForSoThatATypoIsCorrectedAtOnce() throws Exception {
    assertEquals(Reason.BAD_CREDENTIAL, test(6, "ada", "wrong").reason());
    ahead = Duration.ofMillis(5500);
    Instant before = now();
    Verdict corrected = test(6, "ada", "right");
    assertEquals(Reason.OK, corrected.reason(), corrected.detail());
    assertTrue(now().isAfter(Instant.EPOCH.plusSeconds(6)), "not before the pause was over");
    assertTrue(corrected.at().isAfter(before));
    assertEquals(2, server.seen().size());
  }

  @Test
  void waitingIsCancelled() throws Exception {
    assertEquals(Reason.BAD_CREDENTIAL, test(6, "ada", "wrong").reason());
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> test(6, "ada", "right"));
    assertEquals(1, server.seen().size());
  }

  @Test
  void aClockThatWasSetBackMakesNoPauseLonger() throws Exception {
    assertEquals(Reason.OK, test(20, "ada", "right").reason());
    ahead = Duration.ofDays(-1);
    String detail = test(20, "ada", "right").detail();
    assertTrue(detail.contains(" 20 seconds"), detail);
  }

  @Test
  void whatWasNotSentNeedsNoPause() throws Exception {
    assertEquals(Reason.NOT_TESTABLE, test(600, "ada", "").reason());
    assertEquals(Reason.OK, test(600, "ada", "right").reason());
  }
}
