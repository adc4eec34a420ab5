package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.engine.RequiresProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in at a real MariaDB. */
@RequiresProgram("mariadbd")
class MariaDbTest {
  private static final Certificates AUTHORITY = Certificates.loopback();
  private static final Certificates LEAF = AUTHORITY.signsLoopback();

  @TempDir static Path folder;
  private static MariaDbServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        MariaDbServer.start(
            folder,
            LEAF,
            """
            CREATE DATABASE shop;
            CREATE DATABASE safe;
            CREATE USER app@'127.0.0.1' IDENTIFIED BY 'demo-mariadb';
            GRANT ALL ON shop.* TO app@'127.0.0.1';
            CREATE USER locked@'127.0.0.1' IDENTIFIED BY 'demo-mariadb' ACCOUNT LOCK;
            CREATE USER late@'127.0.0.1' IDENTIFIED BY 'demo-mariadb' PASSWORD EXPIRE;
            CREATE USER secure@'127.0.0.1' IDENTIFIED BY 'demo-mariadb' REQUIRE SSL;
            INSTALL SONAME 'auth_ed25519';
            CREATE USER curve@'127.0.0.1' IDENTIFIED VIA ed25519 USING PASSWORD('demo-mariadb');
            """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Visitor as(String user, String password) {
    return Visitor.at("jdbc", server.port())
        .with("driver", "mariadb")
        .with("tls", "off")
        .with("username", user)
        .with("password", password);
  }

  @Test
  void theRightPasswordLogsInAndTheAnswersAreTold() throws Exception {
    Reply reply =
        as("app", "demo-mariadb")
            .with("ask.user", "select current_user()")
            .with("ask.version", "select version()")
            .with("ask.hidden", "select authentication_string from mysql.user")
            .visit();
    assertEquals("ok", reply.code());
    assertTrue(reply.body().contains("\"user\":\"app@127.0.0.1\""), reply.body());
    assertTrue(reply.body().contains("MariaDB"), reply.body());
    assertTrue(!reply.body().contains("hidden"), reply.body());
    assertEquals("ok", as("curve", "demo-mariadb").meets());
  }

  @Test
  void aWrongOneIsRefused() throws Exception {
    assertEquals("1045", as("app", "demo-wrong").meets());
    assertEquals("1045", as("app", "").meets());
    assertEquals("1045", as("nobody", "demo-mariadb").meets());
    assertEquals("1045", as("curve", "demo-wrong").meets());
    assertEquals("1045", as("secure", "demo-mariadb").meets(), "without TLS");
  }

  @Test
  void aPasswordThatHasToBeChangedIsTold() throws Exception {
    assertEquals("1820", as("late", "demo-mariadb").meets());
    assertEquals("4151", as("locked", "demo-mariadb").meets());
  }

  @Test
  void aDatabaseIsNoPartOfThePassword() throws Exception {
    Visitor visitor = as("app", "demo-mariadb");
    assertEquals("ok", visitor.with("database", "shop").meets());
    assertEquals("1044", visitor.with("database", "safe").meets());
    assertEquals("1044", visitor.with("database", "missing").meets());
    assertEquals("1045", as("app", "demo-wrong").with("database", "shop").meets());
  }

  @Test
  void tlsIsCheckedAsOverHttps() throws Exception {
    TlsHabits.hold(as("secure", "demo-mariadb").with("tls", ""), AUTHORITY, LEAF, "ok");
  }

  @Test
  void aWrongPasswordIsRefusedThroughTlsToo() throws Exception {
    Visitor visitor =
        as("secure", "demo-wrong")
            .with("tls", "on")
            .trusting(new TlsTrust.Authorities(AUTHORITY.certificatePem()));
    assertEquals("1045", visitor.meets());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop?allowLocalInfile=true",
        "shop&autoDeserialize=true",
        "a/b",
        "shop?sslMode=trust",
        "jdbc:mariadb://127.0.0.1:1/x"
      })
  void aDatabaseIsOnlyEverAName(String name) throws Exception {
    assertEquals("1044", as("app", "demo-mariadb").with("database", name).meets());
    assertEquals("1045", as(name, "demo-mariadb").meets());
    assertEquals("1045", as("app", name).meets());
  }
}
