package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.ServiceTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that would mislead a person at first sight. */
class SecondLookTest {
  private static final String TOKEN = "fake-echoed-token";

  private static final ServiceTemplate TELLING =
      Given.service(
          """
          {"control": false,
           "steps": [{"id": "me", "url": "{url}/me", "signer": {"bearer": {"token": "{token}"}}}],
           "rules": [{"status": 302, "reason": "bad_credential"},
                     {"status": 200, "reason": "ok"}],
           "extract": [{"kind": "identity", "label": "Who", "from": "json", "path": "/who"},
                       {"kind": "scopes", "from": "json", "path": "/scopes/*"}]}
          """);

  @ParameterizedTest
  @ValueSource(strings = {"Bearer %s", "fake-echoed-\\u200btoken", "fake\\u0007-echoed-token"})
  void aServerThatEchoesTheSecretDoesNotGetItIntoTheVerdict(String echo) throws Exception {
    String text = echo.replace("%s", TOKEN);
    String body =
        "{\"who\": \"%s%s\", \"scopes\": [\"%s\"]}".formatted("x".repeat(180), text, text);
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, body))) {
      Verdict verdict = Given.test(TELLING, Given.token(server.url(), TOKEN));

      assertEquals(Reason.OK, verdict.reason());
      assertTrue(verdict.identity().get("Who").contains("••••••"), verdict.toString());
      assertTrue(verdict.scopes().getFirst().contains("••••••"), verdict.toString());
      assertFalse(verdict.toString().contains("echoed"), verdict.toString());
    }
  }

  @Test
  void aSecretThatAHeaderCannotCarryIsNotSentAsAnother() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(401, ""))) {
      Verdict verdict = Given.test(Given.bearer(false), Given.token(server.url(), "fäke-token"));

      assertEquals(List.of(), server.seen());
      assertEquals(Outcome.UNDECIDED, verdict.outcome(), verdict.detail());
      assertTrue(verdict.detail().contains("Authorization"), verdict.detail());
    }
  }

  @Test
  void aTemplateMaySayWhatARedirectMeansByItsStatus() throws Exception {
    try (LocalServer server =
        LocalServer.http(r -> new Reply(302, "", List.of("Location: /login")))) {
      Verdict verdict = Given.test(TELLING, Given.token(server.url(), TOKEN));
      assertEquals(Reason.BAD_CREDENTIAL, verdict.reason(), verdict.detail());
      assertEquals(1, server.seen().size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aServerThatDidNotLookAtTheMadeUpSecretProvesNothing(int status) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (LocalServer server =
        LocalServer.http(r -> Reply.of(asked.incrementAndGet() == 1 ? 200 : status, ""))) {
      Verdict verdict = Given.test(Given.bearer(true), Given.token(server.url(), TOKEN));
      assertEquals(Reason.INDETERMINATE, verdict.reason(), verdict.detail());
    }
  }

  @Test
  void aMadeUpSecretKeepsThePrefixOfItsKind() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      Given.test(Given.bearer(true), Given.token(server.url(), "sk-fake-0123456789abcdef"));
      String madeUp = server.seen().get(1).authorization();
      assertTrue(madeUp.matches("Bearer sk-fake-\\d{10}[a-z]{6}"), madeUp);
    }
  }

  @Test
  void aMissingValueIsCalledAsTheFormCallsIt() throws Exception {
    Verdict verdict =
        Given.test(
            Given.service(
                """
                {"name": "url", "type": "url"},
                {"name": "token", "type": "password", "label": "Access key"}
                """,
                """
                {"steps": [{"id": "me", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
                 "rules": [{"status": 200, "reason": "ok"}]}
                """),
            Given.values(Map.of("url", "https://example.com"), Map.of()));
    assertTrue(verdict.detail().contains("“Access key”"), verdict.detail());
  }

  @Test
  void aStrangersCertificateCannotFloodTheScreen() throws Exception {
    Certificates loud = Certificates.named("x", "CN=x" + (",OU=" + "y".repeat(60)).repeat(80));
    try (LocalServer server = LocalServer.https(loud.server(null), false, r -> Reply.of(200, ""))) {
      Verdict verdict = Given.test(Given.bearer(false), Given.token(server.url(), TOKEN));
      assertEquals(Reason.TLS_UNTRUSTED, verdict.reason());
      assertTrue(verdict.certificate().orElseThrow().subject().length() <= 201);
      assertTrue(verdict.certificate().orElseThrow().issuer().length() <= 201);
    }
  }

  @Test
  void aRefusedClientCertificateIsABadCredential() throws Exception {
    Certificates own = Certificates.loopback();
    Certificates stranger = Certificates.client("EC");
    SSLContext tls = own.server(Certificates.client("EC"));
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = Thread.ofVirtual().start(() -> refuse(listener, tls));
      Verdict verdict =
          withCertificate(
              "https://127.0.0.1:" + listener.getLocalPort(), own, stranger, stranger.keyPem());
      server.join();
      assertEquals(Reason.BAD_CREDENTIAL, verdict.reason(), verdict.detail());
    }
  }

  /** Stays after its refusal, so that no reset of the connection overtakes it. */
  private static void refuse(ServerSocket listener, SSLContext tls) {
    try (Socket socket = listener.accept()) {
      SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, false);
      secure.setUseClientMode(false);
      secure.setNeedClientAuth(true);
      assertThrows(SSLException.class, secure::startHandshake);
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEllipticKeyMayLeaveItsCurveToTheCertificate() throws Exception {
    Certificates own = Certificates.loopback();
    Certificates known = Certificates.client("EC");
    StringWriter bare = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(bare)) {
      writer.writeObject(known.key());
    }
    try (LocalServer server = LocalServer.https(own.server(known), true, r -> Reply.of(200, ""))) {
      Verdict verdict = withCertificate(server.url(), own, known, bare.toString());
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
    }
  }

  private static Verdict withCertificate(
      String url, Certificates own, Certificates client, String key) throws Exception {
    ServiceTemplate template =
        Given.service(
            """
            {"name": "url", "type": "url"}, {"name": "certificate", "type": "multiline"},
            {"name": "key", "type": "multiline", "secret": true}
            """,
            """
            {"control": false,
             "steps": [{"id": "me", "url": "{url}",
                        "signer": {"mtls": {"certificate": "{certificate}", "key": "{key}"}}}],
             "rules": [{"status": 200, "reason": "ok"}]}
            """);
    return Given.test(
        template,
        Given.values(
            Map.of("url", url, "certificate", client.certificatePem()), Map.of("key", key)),
        new TlsTrust.Pin(own.fingerprint()));
  }
}
