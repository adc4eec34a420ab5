package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person keeps logins of servers that do not speak HTTP, and tests them by the templates that
 * come with the program: as the form gives them, from the button to the verdict.
 */
class RealServersTest {
  private static final JsonCatalogue CATALOGUE = JsonCatalogue.bundled();
  private static final Certificates AUTHORITY = Certificates.loopback();
  private static final Certificates LEAF = AUTHORITY.signsLoopback();

  @TempDir private Path folder;

  /** A credential with that login in a plain field and that secret. */
  private record Kept(String service, Map<String, String> fields, String secretField) {
    Verdict test(String secret, TlsTrust trust) throws Exception {
      ServiceTemplate template = CATALOGUE.find(service).orElseThrow();
      FormModel form = new FormModel(template);
      fields.forEach(form::set);
      try (FieldValues values =
          new FieldValues(
              form.values(), Map.of(secretField, Secret.takeUtf8(secret.toCharArray())))) {
        return new TemplateProber().test(template, values, trust);
      }
    }

    void hold(String right, TlsTrust trust) throws Exception {
      Verdict good = test(right, trust);
      assertEquals(Reason.OK, good.reason(), good.detail());
      Verdict bad = test("demo-wrong-0000", trust);
      assertEquals(Reason.BAD_CREDENTIAL, bad.reason(), bad.detail());
      assertEquals(Map.of(), bad.identity());
    }
  }

  private static Kept kept(String service, int port, String user, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("host", "127.0.0.1");
    fields.put("port", String.valueOf(port));
    fields.put(user, more.getOrDefault(user, "app"));
    return new Kept(service, fields, "password");
  }

  private static TlsTrust authority() throws Exception {
    return new TlsTrust.Authorities(AUTHORITY.certificatePem());
  }

  @Test
  @RequiresProgram(PostgreSqlServer.BIN + "postgres")
  void aDatabaseLoginOfPostgreSql() throws Exception {
    try (PostgreSqlServer server =
        PostgreSqlServer.start(
            folder,
            LEAF,
            Certificates.client("EC"),
            "host all guest all trust\nhost all all all scram-sha-256\n",
            List.of(
                "CREATE ROLE app LOGIN PASSWORD 'demo-right-0000' VALID UNTIL '2040-12-31 00:00Z'",
                "CREATE ROLE guest LOGIN"))) {
      Kept login = kept("postgresql", server.port(), "user", Map.of("database", "postgres"));
      login.hold("demo-right-0000", authority());
      Kept guest = kept("postgresql", server.port(), "user", Map.of("user", "guest"));
      assertEquals(Reason.OPEN_ACCESS, guest.test("demo-any-0000", authority()).reason());
      assertEquals(
          Reason.TLS_UNTRUSTED, login.test("demo-right-0000", new TlsTrust.SystemTrust()).reason());
      Kept url = new Kept("postgresql", Map.of("auth_method", "url"), "connection_url");
      String address = "postgres://app:%s@127.0.0.1:" + server.port() + "/postgres";
      assertEquals(Reason.OK, url.test(address.formatted("demo-right-0000"), authority()).reason());
      assertEquals(
          Reason.BAD_CREDENTIAL, url.test(address.formatted("demo-wrong"), authority()).reason());
    }
  }

  @Test
  @RequiresProgram("mariadbd")
  void aDatabaseLoginOfMariaDb() throws Exception {
    try (MariaDbServer server =
        MariaDbServer.start(
            folder, LEAF, "CREATE USER app@'127.0.0.1' IDENTIFIED BY 'demo-right-0000';\n")) {
      kept("mysql", server.port(), "user", Map.of()).hold("demo-right-0000", authority());
    }
  }

  @Test
  @RequiresProgram("redis-server")
  void aPasswordAndAUserOfRedis() throws Exception {
    try (RedisServer server =
        RedisServer.start(
            folder,
            LEAF,
            "requirepass demo-default-0000",
            "user app on >demo-right-0000 ~* +ping +info +acl|whoami")) {
      kept("redis", server.tlsPort(), "username", Map.of()).hold("demo-right-0000", authority());
      kept("redis", server.port(), "username", Map.of("username", "", "tls", "off"))
          .hold("demo-default-0000", authority());
    }
  }

  @Test
  void aDatabaseLoginOfMongoDb() throws Exception {
    try (MongoServer server = MongoServer.start(LEAF.server(null), true)) {
      kept("mongodb", server.port(), "username", Map.of("username", "ada"))
          .hold("demo-mongo", authority());
    }
  }

  @Test
  @RequiresProgram("sshd")
  void aKeyOfSshOnceTheServersKeyIsConfirmed() throws Exception {
    SshServer.key(folder, "good", "ed25519", "");
    SshServer.key(folder, "bad", "ed25519", "");
    try (SshServer server =
        SshServer.start(folder, Files.readString(folder.resolve("good.pub")), Map.of())) {
      Kept login =
          new Kept(
              "ssh",
              Map.of(
                  "host", "127.0.0.1",
                  "port", String.valueOf(server.port()),
                  "user", SshServer.user()),
              "private_key");
      String right = Files.readString(folder.resolve("good"));
      Verdict first = login.test(right, new TlsTrust.SystemTrust());
      assertEquals(Reason.TLS_UNTRUSTED, first.reason());
      assertTrue(first.detail().startsWith("You have not confirmed the key of"), first.detail());
      TlsTrust pin = new TlsTrust.Pin(first.certificate().orElseThrow().sha256());
      assertEquals(Reason.OK, login.test(right, pin).reason());
      String wrong = Files.readString(folder.resolve("bad"));
      assertEquals(Reason.BAD_CREDENTIAL, login.test(wrong, pin).reason());
    }
  }

  @Test
  @RequiresProgram("aiosmtpd")
  void aLoginOfAMailServer() throws Exception {
    try (SmtpServer server = SmtpServer.start(folder, LEAF, "starttls", "PLAIN")) {
      kept("smtp", server.port(), "username", Map.of("username", "ada@example.com"))
          .hold("demo-smtp", authority());
    }
  }

  @Test
  @RequiresProgram("slapd")
  void aLoginOfADirectory() throws Exception {
    try (LdapServer server = LdapServer.start(folder, LEAF, "demo-right-0000")) {
      kept("ldap", server.tlsPort(), "bind_dn", Map.of("bind_dn", "cn=admin,dc=demo"))
          .hold("demo-right-0000", authority());
    }
  }
}
