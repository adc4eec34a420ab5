package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, a test ends within its limits and proves nothing. */
@Timeout(60)
class HostileServerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String KIB = "x".repeat(1024);

  /** With the limits of a person's test in proportion: the time is short, the body as it is. */
  private static Verdict meet(RawServer.Manners manners) throws Exception {
    try (RawServer server = RawServer.start(manners);
        FieldValues values = Given.token(server.url(), "aaa")) {
      Verdict verdict = Given.hasty().test(Given.bearer(true), values, Given.SYSTEM);
      assertEquals(Outcome.UNDECIDED, verdict.outcome(), verdict.detail());
      assertEquals(1, server.connections(), "one attempt");
      assertTrue(verdict.took().compareTo(Duration.ofSeconds(30)) < 0, verdict.toString());
      return verdict;
    }
  }

  private static void assertSays(String words, Verdict verdict) {
    assertTrue(verdict.detail().contains(words), verdict.detail());
  }

  @Test
  void anAnswerOfTenGigabytesIsCutOff() throws Exception {
    Verdict verdict =
        meet(wire -> {
          wire.text(OK + "Content-Length: 10737418240\r\n\r\n");
          wire.drip(KIB, 0);
        });
    assertSays("sent more than a test reads", verdict);
    assertEquals(Reason.INDETERMINATE, verdict.reason());
  }

  @Test
  void anEndlessAnswerOfUnknownLengthIsCutOff() throws Exception {
    assertSays(
        "sent more than a test reads",
        meet(wire -> {
          wire.text(OK + "Transfer-Encoding: chunked\r\n\r\n");
          wire.drip("400\r\n" + KIB + "\r\n", 0);
        }));
  }

  @Test
  void aBodyThatDripsEnds() throws Exception {
    Verdict verdict =
        meet(wire -> {
          wire.text(OK + "Content-Length: 100000\r\n\r\n");
          wire.drip("x", 20);
        });
    assertEquals(Reason.UNREACHABLE, verdict.reason());
    assertSays("did not answer completely in time", verdict);
  }

  @Test
  void headersThatDripEnd() throws Exception {
    Verdict verdict =
        meet(wire -> {
          wire.text(OK);
          wire.drip("X-A: b\r\n", 20);
        });
    assertEquals(Reason.UNREACHABLE, verdict.reason());
  }

  @Test
  void endlessHeadersAreCutOff() throws Exception {
    meet(wire -> {
      wire.text(OK);
      wire.drip("X-A: " + KIB + "\r\n", 0);
    });
  }

  @Test
  void endlessInterimAnswersEnd() throws Exception {
    meet(wire -> wire.drip("HTTP/1.1 103 Early Hints\r\n\r\n", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "9223372036854775807", "99999999999999999999", "x"})
  void aLengthThatLiesProvesNothing(String length) throws Exception {
    meet(wire -> wire.text(OK + "Content-Length: " + length + "\r\n\r\nshort"));
  }

  @Test
  void silenceEnds() throws Exception {
    assertEquals(Reason.UNREACHABLE, meet(RawServer.Wire::waitForEnd).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000\u0001\u0002\u00ff\u00fe", "SSH-2.0-Example\r\n"})
  void garbageProvesNothing(String garbage) throws Exception {
    Verdict verdict = meet(wire -> wire.text(garbage));
    assertEquals(Reason.INDETERMINATE, verdict.reason());
    assertSays("speaks another protocol", verdict);
  }

  @Test
  void aResetProvesNothing() throws Exception {
    meet(RawServer.Wire::reset);
    meet(wire -> {
      wire.text(OK + "Content-Length: 9\r\n\r\nabc");
      wire.reset();
    });
  }

  @Test
  void aPersonCancelsAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server =
            RawServer.start(wire -> {
              asked.countDown();
              wire.waitForEnd();
              hungUp.countDown();
            });
        FieldValues values = Given.token(server.url(), "aaa")) {
      FutureTask<Verdict> test =
          new FutureTask<>(
              () -> new TemplateProber().test(Given.bearer(true), values, Given.SYSTEM));
      Thread thread = Thread.ofVirtual().start(test);
      asked.await();
      thread.interrupt();
      ExecutionException end =
          assertThrows(ExecutionException.class, () -> test.get(10, TimeUnit.SECONDS));
      assertEquals(InterruptedException.class, end.getCause().getClass());
      assertTrue(hungUp.await(10, TimeUnit.SECONDS), "the connection is closed");
    }
  }
}
