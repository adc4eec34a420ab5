package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.engine.RequiresProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in at a real Redis. */
@RequiresProgram("redis-server")
class RedisTest {
  private static final Certificates AUTHORITY = Certificates.loopback();
  private static final Certificates LEAF = AUTHORITY.signsLoopback();

  @TempDir static Path folder;
  private static RedisServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        RedisServer.start(
            folder,
            LEAF,
            "requirepass demo-redis",
            "user app on >demo-app ~* +ping +info +acl|whoami",
            "user mute on >demo-mute ~* +get",
            "user retired off >demo-retired ~* +@all");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Visitor as(String user, String password) {
    return Visitor.at("redis", server.port()).with("username", user).with("password", password);
  }

  @Test
  void theRightPasswordLogsIn() throws Exception {
    Reply reply = as("", "demo-redis").visit();
    assertEquals("ok", reply.code());
    assertTrue(reply.body().startsWith("{\"user\":\"default\",\"version\":\""), reply.body());
    assertEquals("ok", as("default", "demo-redis").meets());
  }

  @Test
  void anAclUserIsTold() throws Exception {
    Reply reply = as("app", "demo-app").visit();
    assertEquals("ok", reply.code());
    assertTrue(reply.body().contains("\"user\":\"app\""), reply.body());
  }

  @Test
  void aWrongOneIsRefused() throws Exception {
    assertEquals("WRONGPASS", as("", "demo-wrong").meets());
    assertEquals("WRONGPASS", as("app", "demo-redis").meets());
    assertEquals("WRONGPASS", as("nobody", "demo-redis").meets());
    assertEquals("WRONGPASS", as("retired", "demo-retired").meets());
    assertEquals("WRONGPASS", as("app", "").meets());
  }

  @Test
  void aMissingPasswordIsMissed() throws Exception {
    assertEquals("NOAUTH", as("", "").meets());
  }

  @Test
  void aUserWhoMayNotEvenPingIsKnown() throws Exception {
    assertEquals("NOPERM", as("mute", "demo-mute").meets());
  }

  @Test
  void aPasswordIsOnlyEverAValue() throws Exception {
    assertEquals("WRONGPASS", as("", "a b\r\nPING\r\n\"").meets());
    assertEquals("WRONGPASS", as("app\r\nPING", "ü€").meets());
  }

  @Test
  void tlsIsCheckedAsOverHttps() throws Exception {
    Visitor visitor =
        Visitor.at("redis", server.tlsPort()).with("tls", "on").with("password", "demo-redis");
    TlsHabits.hold(visitor, AUTHORITY, LEAF, "ok");
  }

  @Test
  void aServerWithoutTlsIsNoTlsServer() throws Exception {
    assertEquals("handshake", as("", "demo-redis").with("tls", "on").hasty().meets());
  }

  @Test
  void aServerThatAsksForNoPasswordGetsNone(@TempDir Path open) throws Exception {
    try (RedisServer any =
        RedisServer.start(open, LEAF, "user app on >demo-app ~* +@all", "protected-mode no")) {
      Visitor visitor = Visitor.at("redis", any.port());
      Reply reply = visitor.with("password", "demo-any").visit();
      assertEquals("no_password", reply.code());
      assertTrue(reply.body().contains("\"version\""), reply.body());
      assertEquals("no_password", visitor.meets());
      // Another user's password is still asked for.
      Visitor app = visitor.with("username", "app");
      assertEquals("ok", app.with("password", "demo-app").meets());
      assertEquals("WRONGPASS", app.with("password", "demo-any").meets());
      assertFalse(reply.body().contains("demo-any"));
    }
  }
}
