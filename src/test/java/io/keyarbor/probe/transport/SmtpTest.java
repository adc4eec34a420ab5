package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.Certificates;
import io.keyarbor.probe.engine.RawServer;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.probe.text.BadInput;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in at a real mail server. */
@RequiresProgram(value = "python3", folder = "/usr/lib/python3/dist-packages/aiosmtpd")
class SmtpTest {
  private static final Certificates AUTHORITY = Certificates.loopback();
  private static final Certificates LEAF = AUTHORITY.signsLoopback();

  @TempDir Path folder;

  private static Visitor at(int port) {
    return Visitor.at("smtp", port)
        .with("username", "ada@example.com")
        .with("password", "demo-smtp");
  }

  private static TlsTrust authority() throws Exception {
    return new TlsTrust.Authorities(AUTHORITY.certificatePem());
  }

  @Test
  void aPasswordLogsInAfterStartTls() throws Exception {
    try (SmtpServer server = SmtpServer.start(folder, LEAF, "starttls", "PLAIN")) {
      Visitor visitor = at(server.port());
      TlsHabits.hold(visitor, AUTHORITY, LEAF, "235");
      Visitor trusting = visitor.trusting(authority());
      String body = trusting.visit().body();
      assertTrue(body.contains("\"mechanisms\":\"PLAIN\""), body);
      assertTrue(body.contains("\"banner\":\"mail.example.com "), body);
      assertEquals("535", trusting.with("password", "demo-wrong").meets());
      assertEquals("535", trusting.with("username", "bob@example.com").meets());
      assertEquals("no_login", trusting.with("access_token", "demo-token").meets());
    }
  }

  @Test
  void aPasswordLogsInThroughTlsFromTheStart() throws Exception {
    try (SmtpServer server = SmtpServer.start(folder, LEAF, "tls", "LOGIN")) {
      Visitor visitor = at(server.port()).with("tls", "on");
      TlsHabits.hold(visitor, AUTHORITY, LEAF, "235");
      assertEquals("535", visitor.trusting(authority()).with("password", "demo-wrong").meets());
      assertEquals("read_timeout", visitor.with("tls", "starttls").hasty().meets());
    }
  }

  @Test
  void aTokenLogsIn() throws Exception {
    try (SmtpServer server = SmtpServer.start(folder, LEAF, "starttls", "XOAUTH2")) {
      Visitor visitor = at(server.port()).with("password", "").trusting(authority());
      assertEquals("235", visitor.with("access_token", "demo-token").meets());
      assertEquals("535", visitor.with("access_token", "demo-wrong").meets());
      assertEquals("no_login", visitor.with("password", "demo-smtp").meets());
    }
  }

  @Test
  void aServerWithoutTlsIsToldOfThePasswordOnlyIfThePersonSaysSo() throws Exception {
    try (SmtpServer server = SmtpServer.start(folder, LEAF, "off", "PLAIN")) {
      assertEquals("handshake", at(server.port()).meets());
      assertEquals("handshake", at(server.port()).with("tls", "on").meets());
      assertEquals("235", at(server.port()).with("tls", "off").meets());
    }
  }

  @Test
  void nothingIsHandedIn() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (RawServer server =
        RawServer.speaking(wire -> {
          wire.text("220 demo\r\n");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(wire.socket().getInputStream(), StandardCharsets.US_ASCII));
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            wire.text(
                line.startsWith("EHLO")
                    ? "250-demo\r\n250 AUTH PLAIN LOGIN\r\n"
                    : line.startsWith("AUTH") ? "535 no\r\n" : "221 bye\r\n");
          }
        })) {
      assertEquals("535", at(server.port()).with("tls", "off").meets());
    }
    assertEquals(
        List.of("EHLO [127.0.0.1]", "AUTH PLAIN AGFkYUBleGFtcGxlLmNvbQBkZW1vLXNtdHA=", "QUIT"),
        heard);
  }

  @Test
  void whatIsSaidBeforeTlsIsNotTakenForWhatComesThroughIt() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (RawServer server =
        RawServer.speaking(wire -> {
          wire.text("220 demo\r\n");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(wire.socket().getInputStream(), StandardCharsets.US_ASCII));
          heard.add(lines.readLine());
          wire.text("250-demo\r\n250 STARTTLS\r\n");
          heard.add(lines.readLine());
          // In one breath with the answer: the rest of a whole forged conversation.
          wire.text("220 go\r\n250 AUTH PLAIN\r\n235 welcome\r\n221 bye\r\n");
          wire.waitForEnd();
        })) {
      assertEquals("protocol", at(server.port()).meets());
    }
    assertEquals(List.of("EHLO [127.0.0.1]", "STARTTLS"), heard);
  }

  @Test
  void aServerThatIsFullSaysSo() throws Exception {
    try (RawServer server = RawServer.speaking(wire -> wire.text("421 too many\r\n"))) {
      assertEquals("421", at(server.port()).meets());
    }
    try (RawServer server = RawServer.speaking(wire -> wire.text("535 forged\r\n"))) {
      assertFalse(at(server.port()).visit().errorClass().isEmpty());
    }
  }

  @Test
  void nothingIsSentWithoutASecret() {
    assertThrows(BadInput.class, () -> at(1).with("password", "").meets());
  }
}
