package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.probe.text.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in at a real PostgreSQL. */
@RequiresProgram(PostgreSqlServer.BIN + "postgres")
class PostgreSqlTest {
  private static final Certificates AUTHORITY = Certificates.loopback();
  private static final Certificates LEAF = AUTHORITY.signsLoopback();
  private static final Certificates CLIENTS = Certificates.client("EC");

  @TempDir static Path folder;
  private static PostgreSqlServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        PostgreSqlServer.start(
            folder,
            LEAF,
            CLIENTS,
            """
            hostssl all client all cert clientcert=verify-full
            host all guest all trust
            host all plain all password
            host all old all md5
            host all banned all reject
            host all all all scram-sha-256
            """,
            List.of(
                """
                CREATE ROLE app LOGIN PASSWORD 'demo-postgres';
                CREATE ROLE client LOGIN;
                CREATE ROLE guest LOGIN;
                CREATE ROLE banned LOGIN PASSWORD 'demo-postgres';
                CREATE ROLE frozen NOLOGIN PASSWORD 'demo-postgres';
                CREATE ROLE late LOGIN PASSWORD 'demo-postgres' VALID UNTIL '2020-01-01';
                CREATE ROLE plain LOGIN PASSWORD 'demo-postgres';
                SET password_encryption = 'md5';
                CREATE ROLE old LOGIN PASSWORD 'demo-postgres';\
                """
                    .replace("\n", " ")
                    .split("; ?")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Visitor as(String user, String password) {
    return Visitor.at("jdbc", server.port())
        .with("driver", "postgresql")
        .with("database", "postgres")
        .with("tls", "off")
        .with("username", user)
        .with("password", password);
  }

  @Test
  void theRightPasswordLogsInAndTheAnswersAreTold() throws Exception {
    Reply reply =
        as("app", "demo-postgres")
            .with("ask.user", "select current_user")
            .with("ask.version", "show server_version")
            .with("ask.hidden", "select rolpassword from pg_authid")
            .with("ask.nothing", "select 1 where false")
            .visit();
    assertEquals("ok", reply.code());
    assertTrue(reply.body().contains("\"user\":\"app\""), reply.body());
    assertTrue(reply.body().contains("\"version\":\"15."), reply.body());
    assertTrue(!reply.body().contains("hidden") && !reply.body().contains("nothing"), reply.body());
  }

  @Test
  void aQuestionLeavesNothing() throws Exception {
    Visitor visitor = as("app", "demo-postgres");
    assertEquals(
        "{\"made\":\"4711\"}",
        visitor.with("ask.made", "select lo_create(4711)::text").visit().body());
    assertEquals(
        "{\"made\":\"0\"}",
        visitor.with("ask.made", "select count(*) from pg_largeobject_metadata").visit().body());
  }

  @Test
  void aWrongOneIsRefused() throws Exception {
    assertEquals("28P01", as("app", "demo-wrong").meets());
    assertEquals("28P01", as("nobody", "demo-postgres").meets());
    assertEquals("28P01", as("late", "demo-postgres").meets());
    assertEquals("28P01", as("old", "demo-wrong").meets());
    assertEquals("28000", as("banned", "demo-postgres").meets());
    assertEquals("28000", as("frozen", "demo-postgres").meets());
  }

  @Test
  void aDatabaseThatIsMissingIsNoWrongPassword() throws Exception {
    assertEquals("3D000", as("app", "demo-postgres").with("database", "missing").meets());
    // Without one it is that of the user's name.
    assertEquals("3D000", as("app", "demo-postgres").with("database", "").meets());
    assertEquals("28P01", as("app", "demo-wrong").with("database", "missing").meets());
  }

  @Test
  void aServerThatTrustsAnyoneTakesAnyPassword() throws Exception {
    assertEquals("ok", as("guest", "demo-1").meets());
    assertEquals("ok", as("guest", "").meets());
  }

  @Test
  void aPasswordGoesInClearThroughTlsOnly() throws Exception {
    BadInput refused = assertThrows(BadInput.class, () -> as("plain", "demo-postgres").meets());
    assertTrue(refused.getMessage().contains("not encrypted"), refused.getMessage());

    Visitor secure =
        as("plain", "demo-postgres")
            .with("tls", "on")
            .trusting(new TlsTrust.Authorities(AUTHORITY.certificatePem()));
    assertEquals("ok", secure.meets());
    assertEquals("28P01", secure.with("password", "demo-wrong").meets());
    assertEquals("ok", as("old", "demo-postgres").meets(), "md5 hides it");
  }

  @Test
  void aMissingPasswordIsAskedFor() {
    BadInput missing = assertThrows(BadInput.class, () -> as("app", "").meets());
    assertTrue(missing.getMessage().contains("Fill it in"), missing.getMessage());
    assertThrows(BadInput.class, () -> as("", "demo-postgres").meets());
  }

  @Test
  void tlsIsCheckedAsOverHttps() throws Exception {
    TlsHabits.hold(as("app", "demo-postgres").with("tls", ""), AUTHORITY, LEAF, "ok");
  }

  @Test
  void aClientCertificateLogsIn() throws Exception {
    Visitor visitor =
        as("client", "")
            .with("tls", "on")
            .trusting(new TlsTrust.Authorities(AUTHORITY.certificatePem()));
    Visitor known =
        visitor.with("certificate", CLIENTS.certificatePem()).with("key", CLIENTS.keyPem());
    assertEquals("ok", known.meets());
    assertEquals("28000", visitor.meets(), "none is shown");

    Certificates strange = Certificates.client("EC");
    Visitor stranger =
        visitor.with("certificate", strange.certificatePem()).with("key", strange.keyPem());
    // Where the connection is reset before the server's alert was read, no cause is claimed.
    assertTrue(
        Set.of("client_certificate_refused", "protocol").contains(stranger.meets()),
        "a stranger is let in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres?socketFactory=java.lang.String",
        "postgres&loggerLevel=DEBUG&loggerFile=x",
        "a/b?sslmode=disable",
        "../x",
        "a b%20ü\"'\\",
        "jdbc:postgresql://127.0.0.1:1/x"
      })
  void aDatabaseIsOnlyEverAName(String name) throws Exception {
    assertEquals("3D000", as("app", "demo-postgres").with("database", name).meets());
    assertEquals("28P01", as(name, "demo-postgres").meets());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:1,127.0.0.1",
        "a/b",
        "a?b=c",
        "a&b",
        "a b",
        "a@b",
        "/var/run",
        "-a",
        "%31",
        "",
        "jdbc:x://y",
        "a\nb",
        "[::1"
      })
  void aHostIsOnlyEverAHost(String host) {
    Visitor visitor = as("app", "demo-postgres").with("host", host);
    assertThrows(BadInput.class, visitor::meets);
  }
}
