package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.engine.RawServer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server does, a conversation ends in time, is one, and proves nothing. */
@Timeout(120)
class HostileTransportTest {
  private static final String KIB = "x".repeat(1024);

  /** A connection that is reset at once may look like one that was refused. */
  private static final Set<String> ERRORS =
      Set.of(
          "read_timeout",
          "connect_timeout",
          "connect_refused",
          "handshake",
          "protocol",
          "too_large");

  /** Someone for each protocol, with and without TLS, who has little patience. */
  static Stream<Visitor> everyone() {
    Visitor nobody = Visitor.at("", 1).with("username", "ada").with("password", "demo-hostile");
    Visitor sql = nobody.with("driver", "postgresql").with("tls", "off");
    List<Visitor> plain =
        List.of(
            as("jdbc", sql),
            as("jdbc", sql.with("driver", "mariadb")),
            as("redis", nobody.with("tls", "off")),
            as("mongodb", nobody.with("tls", "off")),
            as("smtp", nobody.with("tls", "off")),
            as("ldap", nobody.with("tls", "off").with("bind_dn", "cn=ada")));
    return Stream.concat(
            Stream.of(as("ssh", nobody)),
            plain.stream().flatMap(v -> Stream.of(v, v.with("tls", "on"))))
        .map(Visitor::hasty);
  }

  private static Visitor as(String type, Visitor visitor) {
    return new Visitor(type, visitor.with(), visitor.trust(), visitor.patience());
  }

  /** All at the same time, since each may wait until its patience is over. */
  private static void everyoneMeets(RawServer.Manners manners) throws Exception {
    everyone(visitor -> {
      meet(visitor, manners);
      return null;
    });
  }

  private static void everyone(Deed deed) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<?> done :
          threads.invokeAll(everyone().map(v -> (Callable<Object>) () -> deed.by(v)).toList())) {
        done.get();
      }
    }
  }

  private interface Deed {
    Object by(Visitor visitor) throws Exception;
  }

  private static void meet(Visitor visitor, RawServer.Manners manners) throws Exception {
    try (RawServer server = RawServer.speaking(manners)) {
      Reply reply = visitor.with("port", Integer.toString(server.port())).visit();
      String who = visitor.type() + visitor.with().get("tls") + " met " + reply;
      assertEquals("", reply.code(), who);
      assertTrue(ERRORS.contains(reply.errorClass()), who);
      assertEquals(1, server.connections(), who);
    }
  }

  @Test
  void silenceEnds() throws Exception {
    everyoneMeets(RawServer.Wire::waitForEnd);
  }

  @Test
  void anEndlessAnswerIsCutOff() throws Exception {
    everyoneMeets(wire -> wire.drip(KIB, 0));
  }

  @Test
  void anAnswerThatDripsEnds() throws Exception {
    everyoneMeets(wire -> wire.drip("2", 20));
  }

  @Test
  void garbageProvesNothing() throws Exception {
    everyoneMeets(wire -> wire.text("\u0000\u0001\u00ff\u00fe\r\n\u0000HTTP/1.1 200 OK\r\n\r\n"));
  }

  @Test
  void aLengthThatLiesProvesNothing() throws Exception {
    String most = "\u007f\u00ff\u00ff\u00ff";
    everyoneMeets(wire -> {
      // The largest number, where one of the protocols expects a length.
      wire.text("E" + most + "\u0000\n\u0000\u0000\u00000\u0084" + most + most);
      wire.waitForEnd();
    });
  }

  @Test
  void aServerThatHangsUpProvesNothing() throws Exception {
    everyoneMeets(wire -> {});
    everyoneMeets(RawServer.Wire::reset);
  }

  @Test
  void nobodyAtThePortIsTold() throws Exception {
    String port = Integer.toString(Program.freePort());
    everyone(hasty -> {
      Visitor visitor = hasty.patient();
      assertEquals("connect_refused", visitor.with("port", port).meets(), visitor.type());
      assertEquals("dns", visitor.with("host", "host.invalid").meets(), visitor.type());
      return null;
    });
  }

  @Test
  void aPersonCancelsAtOnce() throws Exception {
    everyone(HostileTransportTest::cancel);
  }

  private static Object cancel(Visitor hasty) throws Exception {
    CountDownLatch met = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server =
        RawServer.speaking(wire -> {
          met.countDown();
          wire.waitForEnd();
          hungUp.countDown();
        })) {
      Visitor visitor = hasty.patient().with("port", Integer.toString(server.port()));
      FutureTask<Reply> visit = new FutureTask<>(visitor::visit);
      Thread thread = Thread.ofVirtual().start(visit);
      met.await();
      thread.interrupt();
      ExecutionException end =
          assertThrows(ExecutionException.class, () -> visit.get(10, TimeUnit.SECONDS));
      assertEquals(InterruptedException.class, end.getCause().getClass());
      assertTrue(hungUp.await(10, TimeUnit.SECONDS), "the connection is closed");
      return end;
    }
  }

  @Test
  void aSecretIsNotInWhatAVisitorSaysOfItself() {
    Visitor visitor = everyone().findFirst().orElseThrow();
    Login login =
        new Login(visitor.with(), visitor.trust(), visitor.patience(), visitor.patience());
    assertFalse(login.toString().contains("demo-hostile"));
  }
}
