package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person keeps the login of a Prometheus and tests it against the real one. */
@RequiresProgram("prometheus")
@Timeout(120)
class PrometheusTest {
  private static final ServiceTemplate TEMPLATE =
      JsonCatalogue.bundled().find("prometheus").orElseThrow();

  @TempDir private Path folder;
  @TempDir private Path second;

  private static Verdict test(String url, String password, TlsTrust trust) throws Exception {
    return Given.test(
        TEMPLATE,
        Given.values(
            Map.of("url", url, "auth_method", "basic", "username", "ada"),
            Map.of("password", password)),
        trust);
  }

  @Test
  void theRightPasswordIsValidAndAnyOtherIsNot() throws Exception {
    String url;
    try (Prometheus server = Prometheus.withPassword(folder, "correct horse")) {
      url = server.url();
      Verdict right = test(url, "correct horse", Given.SYSTEM);
      assertEquals(Reason.OK, right.reason(), right.detail());
      assertTrue(right.identity().get("Version").matches("\\d+\\.\\d+.*"), right.toString());

      Verdict wrong = test(url, "wrong horse", Given.SYSTEM);
      assertEquals(Outcome.INVALID, wrong.outcome());
      assertEquals(Reason.BAD_CREDENTIAL, wrong.reason());
      assertEquals(Map.of(), wrong.identity());
    }
    Verdict stopped = test(url, "correct horse", Given.SYSTEM);
    assertEquals(Outcome.UNDECIDED, stopped.outcome());
    assertEquals(Reason.UNREACHABLE, stopped.reason());
  }

  @Test
  void aSelfSignedServerIsTrustedOncePinnedAndUntilItChanges() throws Exception {
    Certificates first = Certificates.loopback();
    TlsTrust pin;
    int port;
    try (Prometheus server = Prometheus.withTls(folder, "correct horse", first, 0)) {
      port = server.port();
      Verdict strange = test(server.url(), "correct horse", Given.SYSTEM);
      assertEquals(Reason.TLS_UNTRUSTED, strange.reason(), strange.detail());
      pin = new TlsTrust.Pin(strange.certificate().orElseThrow().sha256());
      assertEquals(first.fingerprint(), strange.certificate().orElseThrow().sha256());

      Verdict pinned = test(server.url(), "correct horse", pin);
      assertEquals(Reason.OK, pinned.reason(), pinned.detail());
    }
    Certificates other = Certificates.loopback();
    try (Prometheus impostor = Prometheus.withTls(second, "correct horse", other, port)) {
      Verdict changed = test(impostor.url(), "correct horse", pin);
      assertEquals(Reason.TLS_UNTRUSTED, changed.reason(), changed.detail());
      assertEquals(other.fingerprint(), changed.certificate().orElseThrow().sha256());
      assertEquals(first.fingerprint(), changed.certificate().orElseThrow().pinned());
    }
  }

  @Test
  void aServerThatAsksForNoPasswordIsOpen() throws Exception {
    try (Prometheus server = Prometheus.open(folder)) {
      assertEquals(Reason.OPEN_ACCESS, test(server.url(), "correct horse", Given.SYSTEM).reason());
      Verdict none =
          Given.test(
              TEMPLATE, Given.values(Map.of("url", server.url(), "auth_method", "none"), Map.of()));
      assertEquals(Reason.OPEN_ACCESS, none.reason());
      assertTrue(none.identity().containsKey("Version"), none.toString());
    }
  }

  @Test
  void theRightClientCertificateOpensAndAnyOtherDoesNot() throws Exception {
    Certificates own = Certificates.loopback();
    Certificates client = Certificates.client("EC");
    TlsTrust trust = new TlsTrust.Pin(own.fingerprint());
    try (Prometheus server = Prometheus.withClients(folder, own, client)) {
      Verdict right = show(server, client, trust);
      assertEquals(Reason.OK, right.reason(), right.detail());
      assertInstanceOf(Expiry.At.class, right.expiry());
      Verdict wrong = show(server, Certificates.client("EC"), trust);
      assertNotEquals(Outcome.VALID, wrong.outcome(), wrong.detail());
    }
  }

  private static Verdict show(Prometheus server, Certificates client, TlsTrust trust)
      throws Exception {
    return Given.test(
        TEMPLATE,
        Given.values(
            Map.of(
                "url", server.url(),
                "auth_method", "client_certificate",
                "certificate", client.certificatePem()),
            Map.of("key", client.keyPem())),
        trust);
  }
}
