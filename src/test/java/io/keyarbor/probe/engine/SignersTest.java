package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.ServiceTemplate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to authenticate, as a server sees it. */
class SignersTest {
  private static ServiceTemplate signedBy(String signer) {
    return Given.service(
        """
        {"name": "url", "type": "url"}, {"name": "user", "type": "text"},
        {"name": "secret", "type": "password"}, {"name": "extra", "type": "password"}
        """,
        """
        {"control": false,
         "steps": [{"id": "me", "url": "{url}/me?a=1", "signer": %s}],
         "rules": [{"status": 200, "reason": "ok"},
                   {"step": "token", "status": [400, 401], "reason": "bad_credential"}]}
        """
            .formatted(signer));
  }

  private static Verdict run(LocalServer server, String signer) throws InterruptedException {
    return Given.test(
        signedBy(signer),
        Given.values(
            Map.of("url", server.url(), "user", "ada"),
            Map.of("secret", "s&cr t", "extra", "second")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'bearer': {'token': '{secret}'}} | Bearer s&cr t | null | /me?a=1",
        "{'basic': {'username': '{user}', 'password': '{secret}'}} | Basic YWRhOnMmY3IgdA==| null |"
            + " /me?a=1",
        "{'header': {'name': 'X-Key', 'value': 'k={secret}'}} | null | k=s&cr t | /me?a=1",
        "{'query': {'name': 'key', 'value': '{secret}'}} | null | null | /me?a=1&key=s%26cr%20t"
      },
      quoteCharacter = '"')
  void aSecretGoesWhereItBelongs(String signer, String authorization, String key, String target)
      throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      assertEquals(Reason.OK, run(server, signer.replace('\'', '"')).reason());
      LocalServer.Seen seen = server.seen().getFirst();
      assertEquals(authorization, seen.authorization());
      assertEquals(key, seen.header("X-Key"));
      assertEquals(target, seen.target());
    }
  }

  @Test
  void aClientFetchesItsTokenFirst() throws Exception {
    String signer =
        """
        {"oauth2-client": {"token_url": "{url}/token", "client_id": "{user}",
                           "client_secret": "{secret}", "scope": "{scope?}"}}
        """;
    ServiceTemplate template = signedBy(signer);
    String right = "grant_type=client_credentials&client_id=ada&client_secret=s%26cr%20t";
    try (LocalServer server =
        LocalServer.http(r -> {
          if (r.target().equals("/token")) {
            return r.body().equals(right)
                ? Reply.of(200, "{\"access_token\": \"t1\"}")
                : Reply.of(401, "{\"error\": \"invalid_client\"}");
          }
          return Reply.of(r.authorization().equals("Bearer t1") ? 200 : 401, "");
        })) {
      assertEquals(Reason.OK, run(server, signer).reason());
      assertEquals(
          List.of("/token", "/me?a=1"),
          server.seen().stream().map(LocalServer.Seen::target).toList());
      Verdict wrong =
          Given.test(
              template,
              Given.values(
                  Map.of("url", server.url(), "user", "ada"), Map.of("secret", "x", "extra", "y")));
      assertEquals(Reason.BAD_CREDENTIAL, wrong.reason());
      assertEquals(3, server.seen().size());
    }
  }

  @ParameterizedTest
  @CsvSource({"EC, false", "EC, true", "RSA, false", "RSA, true"})
  void aClientCertificateOpensTheDoor(String algorithm, boolean pkcs8) throws Exception {
    Certificates own = Certificates.loopback();
    Certificates client = Certificates.client(algorithm);
    String key =
        pkcs8 ? Certificates.pem(new JcaPKCS8Generator(client.key(), null)) : client.keyPem();
    try (LocalServer server = LocalServer.https(own.server(client), true, r -> Reply.of(200, ""))) {
      Verdict verdict = byCertificate(server, own, client.certificatePem(), key, true);
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      assertEquals(new Expiry.At(client.certificate().getNotAfter().toInstant()), verdict.expiry());

      Certificates stranger = Certificates.client("EC");
      Verdict refused =
          byCertificate(server, own, stranger.certificatePem(), stranger.keyPem(), true);
      assertNotEquals(Outcome.VALID, refused.outcome(), refused.detail());
      assertEquals(1, server.seen().size());
    }
  }

  @Test
  void aServerThatAsksForNoCertificateProvesNothing() throws Exception {
    Certificates own = Certificates.loopback();
    Certificates client = Certificates.client("EC");
    try (LocalServer server =
        LocalServer.https(own.server(client), false, r -> Reply.of(200, ""))) {
      for (boolean control : List.of(true, false)) {
        assertEquals(
            Reason.OPEN_ACCESS,
            byCertificate(server, own, client.certificatePem(), client.keyPem(), control).reason());
      }
    }
  }

  @Test
  void aKeyThatIsNoneIsToldWithoutQuotingIt() throws Exception {
    Certificates own = Certificates.loopback();
    try (LocalServer server = LocalServer.https(own.server(null), false, r -> Reply.of(200, ""))) {
      Verdict verdict = byCertificate(server, own, own.certificatePem(), "marker", true);
      assertEquals(Reason.NOT_TESTABLE, verdict.reason());
      assertEquals(
          "The client certificate's key is not a private key in PEM form.", verdict.detail());
    }
  }

  @ParameterizedTest
  @CsvSource({"EC, EC", "RSA, RSA", "RSA, EC", "EC, RSA"})
  void aKeyOfAnotherCertificateIsToldBeforeAnythingIsSent(String certified, String other)
      throws Exception {
    Certificates own = Certificates.loopback();
    Certificates client = Certificates.client(certified);
    String key = Certificates.client(other).keyPem();
    try (LocalServer server = LocalServer.https(own.server(client), true, r -> Reply.of(200, ""))) {
      Verdict verdict = byCertificate(server, own, client.certificatePem(), key, true);
      assertEquals(Reason.NOT_TESTABLE, verdict.reason(), verdict.detail());
      assertEquals(
          "The client key does not belong to the client certificate. Nothing was sent. Check both.",
          verdict.detail());
      assertTrue(verdict.took().isZero());
    }
  }

  private static Verdict byCertificate(
      LocalServer server, Certificates own, String certificate, String key, boolean control)
      throws Exception {
    ServiceTemplate template =
        Given.service(
            """
            {"name": "url", "type": "url"}, {"name": "certificate", "type": "multiline"},
            {"name": "key", "type": "multiline", "secret": true}
            """,
            """
            {"control": %s,
             "steps": [{"id": "me", "url": "{url}/me",
                        "signer": {"mtls": {"certificate": "{certificate}", "key": "{key}"}}}],
             "rules": [{"status": 200, "reason": "ok"}]}
            """
                .formatted(control));
    return Given.test(
        template,
        Given.values(Map.of("url", server.url(), "certificate", certificate), Map.of("key", key)),
        new TlsTrust.Pin(own.fingerprint()));
  }
}
