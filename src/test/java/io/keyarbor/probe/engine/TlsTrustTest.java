package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person decides which server to trust; before that nothing is sent. */
class TlsTrustTest {
  private final Certificates own = Certificates.loopback();

  private static LocalServer server(Certificates certificate) throws Exception {
    return LocalServer.https(certificate.server(null), false, r -> Reply.of(200, ""));
  }

  private static Verdict test(String url, TlsTrust trust) throws Exception {
    return Given.test(Given.bearer(false), Given.token(url, "aaa"), trust);
  }

  @Test
  void aStrangeCertificateIsShownAndGetsNothing() throws Exception {
    try (LocalServer server = server(own)) {
      Verdict verdict = test(server.url(), Given.SYSTEM);
      assertEquals(Reason.TLS_UNTRUSTED, verdict.reason());
      ServerCertificate shown = verdict.certificate().orElseThrow();
      assertEquals(own.fingerprint(), shown.sha256());
      assertEquals("CN=loopback", shown.subject());
      assertEquals("", shown.pinned());
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void aPinnedCertificateIsTrustedUnderAnyName() throws Exception {
    Certificates elsewhere = Certificates.named("pve.example.com");
    try (LocalServer server = server(elsewhere)) {
      String lower = elsewhere.fingerprint().toLowerCase(java.util.Locale.ROOT).replace(":", "");
      assertEquals(
          Reason.OK, test(server.url(), new TlsTrust.Pin(elsewhere.fingerprint())).reason());
      assertEquals(Reason.OK, test(server.url(), new TlsTrust.Pin(lower)).reason());
    }
  }

  @Test
  void aChangedCertificateIsRefused() throws Exception {
    Certificates renewed = Certificates.loopback();
    try (LocalServer server = server(renewed)) {
      Verdict verdict = test(server.url(), new TlsTrust.Pin(own.fingerprint()));
      assertEquals(Reason.TLS_UNTRUSTED, verdict.reason());
      assertEquals(own.fingerprint(), verdict.certificate().orElseThrow().pinned());
      assertEquals(renewed.fingerprint(), verdict.certificate().orElseThrow().sha256());
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void aPinTrustsNoCertificateThatThePinnedOneSigned() throws Exception {
    Certificates leaf = own.signsLoopback();
    try (LocalServer server = server(leaf)) {
      assertEquals(
          Reason.TLS_UNTRUSTED, test(server.url(), new TlsTrust.Pin(own.fingerprint())).reason());
    }
  }

  @Test
  void anAuthorityIsTrustedForWhatItSigned() throws Exception {
    try (LocalServer server = server(own.signsLoopback())) {
      TlsTrust authority = new TlsTrust.Authorities(own.certificatePem());
      assertEquals(Reason.OK, test(server.url(), authority).reason());

      // The certificate is for 127.0.0.1 and no other name.
      Verdict verdict = test("https://localhost:" + server.port(), authority);
      assertEquals(Reason.TLS_UNTRUSTED, verdict.reason());
      assertTrue(verdict.detail().contains("for another name"), verdict.detail());
      assertEquals(1, server.seen().size());
    }
  }

  @Test
  void anotherAuthorityIsNotTrusted() throws Exception {
    try (LocalServer server = server(own.signsLoopback())) {
      TlsTrust other = new TlsTrust.Authorities(Certificates.loopback().certificatePem());
      assertEquals(Reason.TLS_UNTRUSTED, test(server.url(), other).reason());
    }
  }

  @Test
  void aTextWithoutCertificatesTrustsNobody() throws Exception {
    try (LocalServer server = server(own)) {
      Verdict verdict = test(server.url(), new TlsTrust.Authorities("nothing"));
      assertEquals(Reason.NOT_TESTABLE, verdict.reason());
      assertTrue(verdict.detail().contains("PEM"), verdict.detail());
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void aServerThatSpeaksNoTlsGetsNothing() throws Exception {
    try (RawServer server =
        RawServer.start(out -> out.text("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"))) {
      Verdict verdict = test("https://127.0.0.1:" + server.port(), Given.SYSTEM);
      assertEquals(Reason.TLS_UNTRUSTED, verdict.reason(), verdict.detail());
      assertTrue(verdict.certificate().isEmpty());
    }
  }
}
