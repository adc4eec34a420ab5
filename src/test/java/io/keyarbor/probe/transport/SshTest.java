package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.probe.text.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in at a real OpenSSH server. */
@RequiresProgram("sshd")
class SshTest {
  @TempDir static Path folder;
  private static SshServer server;

  @BeforeAll
  static void start() throws Exception {
    SshServer.key(folder, "good", "ed25519", "");
    SshServer.key(folder, "bad", "ed25519", "");
    SshServer.key(folder, "rsa", "rsa", "demo-passphrase");
    SshServer.key(folder, "authority", "ed25519", "");
    SshServer.key(folder, "signed", "ecdsa", "");
    SshServer.sign(folder, "authority", "signed");
    server =
        SshServer.start(
            folder,
            file("good.pub") + file("rsa.pub"),
            Map.of("TrustedUserCAKeys", folder.resolve("authority.pub").toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static byte[] hostKey(SshServer at) throws Exception {
    String line = Files.readString(at.folder().resolve("host.pub"));
    return MessageDigest.getInstance("SHA-256")
        .digest(Base64.getDecoder().decode(line.split(" ", -1)[1]));
  }

  private static TlsTrust pin(SshServer at) throws Exception {
    return new TlsTrust.Pin(HexFormat.ofDelimiter(":").withUpperCase().formatHex(hostKey(at)));
  }

  private static Visitor at(SshServer any) throws Exception {
    return Visitor.at("ssh", any.port()).with("username", SshServer.user()).trusting(pin(any));
  }

  private static Visitor withKey(String name) throws Exception {
    return at(server).with("private_key", file(name));
  }

  private static String fingerprint(String name) throws Exception {
    byte[] key = Base64.getDecoder().decode(file(name + ".pub").split(" ", -1)[1]);
    return "SHA256:"
        + Base64.getEncoder()
            .withoutPadding()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
  }

  @Test
  void theRightKeyLogsIn() throws Exception {
    Reply reply = withKey("good").visit();
    assertEquals("ok", reply.code(), reply.errorClass());
    assertTrue(reply.body().contains("\"banner\":\"SSH-2.0-OpenSSH_"), reply.body());
    assertTrue(reply.body().contains("\"fingerprint\":\"" + fingerprint("good")), reply.body());
  }

  @Test
  void aKeyWithAPassphraseLogsIn() throws Exception {
    assertEquals("ok", withKey("rsa").with("passphrase", "demo-passphrase").meets());
    assertThrows(BadInput.class, () -> withKey("rsa").meets());
    assertThrows(BadInput.class, () -> withKey("rsa").with("passphrase", "demo-wrong").meets());
    assertThrows(BadInput.class, () -> at(server).with("private_key", "demo").meets());
  }

  @Test
  void aCertificateLogsInAndSaysWhenItEnds() throws Exception {
    Visitor visitor = withKey("signed");
    assertEquals("auth_fail", visitor.meets(), "the key alone is unknown");
    Reply reply = visitor.with("certificate", file("signed-cert.pub")).visit();
    assertEquals("ok", reply.code(), reply.errorClass());
    assertTrue(reply.body().contains("\"expires\":\"2040-12-31T00:00:00Z\""), reply.body());
    assertThrows(
        BadInput.class, () -> withKey("good").with("certificate", file("signed-cert.pub")).meets());
  }

  @Test
  void anUnknownKeyIsRefused() throws Exception {
    assertEquals("auth_fail", withKey("bad").meets());
    assertEquals("auth_fail", withKey("good").with("username", "nobody-demo").meets());
  }

  @Test
  void aPasswordWhereOnlyKeysAreTakenIsNotSent() throws Exception {
    assertEquals("no_such_method", at(server).with("password", "demo-ssh").meets());
  }

  @Test
  void aWrongPasswordIsRefused(@TempDir Path other) throws Exception {
    try (SshServer takes =
        SshServer.start(other, file("good.pub"), Map.of("PasswordAuthentication", "yes"))) {
      assertEquals("auth_fail", at(takes).with("password", "demo-wrong").meets());
    }
  }

  @Test
  void oneMoreFactorIsTold(@TempDir Path other) throws Exception {
    try (SshServer wantsTwo =
        SshServer.start(
            other,
            file("good.pub"),
            Map.of(
                "AuthenticationMethods", "publickey,password", "PasswordAuthentication", "yes"))) {
      Visitor visitor = at(wantsTwo);
      assertEquals("partial_success", visitor.with("private_key", file("good")).meets());
      assertEquals("auth_fail", visitor.with("private_key", file("bad")).meets());
    }
  }

  @Test
  void aStrangeServerIsShownNothing() throws Exception {
    Visitor stranger = withKey("good").trusting(new TlsTrust.SystemTrust());
    assertEquals("pkix", stranger.meets());
    ServerCertificate shown = stranger.trust().refusal().orElseThrow().certificate();
    assertEquals("SSH host key ssh-ed25519 " + fingerprint("host"), shown.subject());
    assertEquals(pin(server), new TlsTrust.Pin(shown.sha256()));
    assertEquals("", shown.pinned());
  }

  @Test
  void aChangedServerIsShownNothing() throws Exception {
    String old = "AA:".repeat(31) + "AA";
    Visitor misled = withKey("good").trusting(new TlsTrust.Pin(old));
    assertEquals("pin_mismatch", misled.meets());
    assertEquals(old, misled.trust().refusal().orElseThrow().certificate().pinned());
  }

  @Test
  void oneSecretIsGiven() {
    assertThrows(BadInput.class, () -> at(server).meets());
    assertThrows(BadInput.class, () -> withKey("good").with("password", "demo").meets());
    assertThrows(BadInput.class, () -> withKey("good").with("username", "").meets());
  }
}
