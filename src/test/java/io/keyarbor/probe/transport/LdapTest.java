package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.CannedResponseRequestHandler;
import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.ResultCode;
import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.engine.RawServer;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.probe.text.BadInput;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in at a real OpenLDAP server. */
@RequiresProgram("slapd")
class LdapTest {
  private static final Certificates AUTHORITY = Certificates.loopback();
  private static final Certificates LEAF = AUTHORITY.signsLoopback();
  private static final String ADMIN = "cn=admin,dc=demo";

  @TempDir static Path folder;
  private static LdapServer server;

  @BeforeAll
  static void start() throws Exception {
    server = LdapServer.start(folder, LEAF, "demo-ldap");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Visitor as(int port, String name, String password) {
    return Visitor.at("ldap", port)
        .with("tls", "off")
        .with("bind_dn", name)
        .with("password", password);
  }

  @Test
  void theRightPasswordLogsIn() throws Exception {
    Reply reply = as(server.port(), ADMIN, "demo-ldap").visit();
    assertEquals("0", reply.code());
    assertEquals("{\"authorization\":\"dn:" + ADMIN + "\"}", reply.body());
  }

  @Test
  void aWrongOneIsRefused() throws Exception {
    assertEquals("49", as(server.port(), ADMIN, "demo-wrong").meets());
    assertEquals("49", as(server.port(), "cn=nobody,dc=demo", "demo-ldap").meets());
    assertEquals("34", as(server.port(), "no name", "demo-ldap").meets());
  }

  @Test
  void anEmptyPasswordIsNeverSent() throws Exception {
    try (RawServer witness = RawServer.speaking(RawServer.Wire::waitForEnd)) {
      assertThrows(BadInput.class, () -> as(witness.port(), ADMIN, "").meets());
      assertThrows(BadInput.class, () -> as(witness.port(), "", "demo-ldap").meets());
      assertEquals(0, witness.connections());
    }
  }

  @Test
  void tlsIsCheckedAsOverHttps() throws Exception {
    TlsHabits.hold(as(server.tlsPort(), ADMIN, "demo-ldap").with("tls", ""), AUTHORITY, LEAF, "0");
  }

  @Test
  void startTlsIsCheckedAsOverHttps() throws Exception {
    TlsHabits.hold(
        as(server.port(), ADMIN, "demo-ldap").with("tls", "starttls"), AUTHORITY, LEAF, "0");
  }

  /** What Active Directory says, in the words that Microsoft documents; no real one is at hand. */
  @Test
  void activeDirectoryTellsMore() throws Exception {
    CannedResponseRequestHandler refuses =
        new CannedResponseRequestHandler(
            ResultCode.INVALID_CREDENTIALS,
            null,
            "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 532, "
                + "v4563",
            List.of());
    LDAPListener listener = new LDAPListener(new LDAPListenerConfig(0, refuses));
    listener.startListening();
    try {
      assertEquals("49/532", as(listener.getListenPort(), ADMIN, "demo-old").meets());
      Visitor careful = as(listener.getListenPort(), ADMIN, "demo-old").with("tls", "starttls");
      assertEquals("handshake", careful.meets(), "without TLS nothing is said");
    } finally {
      listener.shutDown(true);
    }
  }

  @Test
  void anotherKindOfTlsIsAskedFor() {
    BadInput bad =
        assertThrows(
            BadInput.class,
            () -> as(server.port(), ADMIN, "demo-ldap").with("tls", "maybe").meets());
    assertTrue(bad.getMessage().contains("starttls"), bad.getMessage());
  }
}
