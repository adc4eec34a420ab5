package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A credential that is one file or one address is tested as a whole. */
class PartsOfSecretsTest {
  private static final String CONFIG =
      """
      current-context: c
      contexts: [{name: c, context: {cluster: k, user: u}}]
      clusters: [{name: k, cluster: {server: "SERVER/"}}]
      users: [{name: u, user: {token: fake-token-0000}}]
      """;

  private static final ServiceTemplate CLUSTER =
      Given.service(
          "{\"name\": \"kubeconfig\", \"type\": \"multiline\", \"secret\": true}",
          """
          {"steps": [{"id": "me", "url": "{kubeconfig|kubeconfig:server|public}/me",
             "signer": {"bearer": {"token": "{kubeconfig|kubeconfig:token}"}}}],
           "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}],
           "extract": [{"kind": "identity", "label": "Seen", "from": "json", "path": "/saw"}]}
          """);

  private static FieldValues kubeconfig(String server) {
    return Given.values(Map.of(), Map.of("kubeconfig", CONFIG.replace("SERVER", server)));
  }

  @Test
  void aKubeconfigIsTestedAtItsOwnServer() throws Exception {
    try (LocalServer server =
        LocalServer.http(r -> {
          boolean right = r.authorization().equals("Bearer fake-token-0000");
          return Reply.of(right ? 200 : 401, "{\"saw\": \"" + r.authorization() + "\"}");
        })) {
      Verdict verdict = Given.test(CLUSTER, kubeconfig(server.url()));
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      assertEquals(Map.of("Seen", "Bearer ••••••"), verdict.identity(), "a part is redacted too");
      assertEquals(2, server.seen().size());
      assertEquals("/me", server.seen().get(1).target(), "a made-up token goes to the same place");
      assertNotEquals(server.seen().get(0).authorization(), server.seen().get(1).authorization());
    }
  }

  @Test
  void aServerThatTakesAnyTokenIsOpenToAKubeconfigToo() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      assertEquals(Reason.OPEN_ACCESS, Given.test(CLUSTER, kubeconfig(server.url())).reason());
    }
  }

  @Test
  void aPersonSeesTheHostAndNotTheToken() {
    try (FieldValues values = kubeconfig("https://k8s.example:6443")) {
      PlannedRequest planned = new TemplateProber().preview(CLUSTER, values).getFirst();
      assertEquals("https://k8s.example:6443/me", planned.url());
      assertEquals("Bearer ••••••", planned.headers().get("Authorization"));
    }
  }

  private static final ServiceTemplate ACCOUNT =
      Given.service(
          """
          {"name": "url", "type": "url"}, {"name": "file", "type": "file", "secret": true}
          """,
          """
          {"steps": [{"id": "token", "method": "POST", "url": "{url}/token",
             "form": {"grant_type": "jwt"},
             "signer": {"jwt-rs256": {"key": "{file|at:/private_key}", "key_id": "{file|at:/id|public}",
               "issuer": "{file|at:/client_email|public}", "audience": "{url}", "scope": "read",
               "form_field": "assertion"}}}],
           "rules": [{"status": 200, "reason": "ok"}, {"status": 400, "reason": "bad_credential"}],
           "extract": [{"kind": "identity", "label": "Account", "from": "value",
                        "path": "{file|at:/client_email|public}"},
                       {"kind": "identity", "label": "Key", "from": "value",
                        "path": "{file|at:/private_key}"}]}
          """);

  private static String file(Certificates pair) throws Exception {
    return "{\"client_email\": \"ada@demo.example\", \"id\": \"k1\", \"private_key\": \""
        + new String(JsonStringEncoder.getInstance().quoteAsCharArray(pair.keyPem()))
        + "\"}";
  }

  private static boolean isSignedBy(Certificates pair, String token) {
    try {
      String[] parts = token.split("\\.", -1);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(pair.certificate());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String assertion(LocalServer.Seen seen) {
    return seen.body().replaceFirst("^grant_type=jwt&assertion=", "");
  }

  @Test
  void aKeyFileSignsItsTokenAndAFreshKeyTheMadeUpOne() throws Exception {
    Certificates pair = Certificates.client("RSA");
    try (LocalServer server =
        LocalServer.http(r -> Reply.of(isSignedBy(pair, assertion(r)) ? 200 : 400, "{}"))) {
      Verdict verdict =
          Given.test(
              ACCOUNT, Given.values(Map.of("url", server.url()), Map.of("file", file(pair))));
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      assertEquals(Map.of("Account", "ada@demo.example"), verdict.identity());
      assertEquals(2, server.seen().size());
      String[] parts = assertion(server.seen().getFirst()).split("\\.", -1);
      JsonNode header = json(parts[0]);
      assertEquals("RS256", header.path("alg").asString());
      assertEquals("k1", header.path("kid").asString());
      JsonNode claims = json(parts[1]);
      assertEquals("ada@demo.example", claims.path("iss").asString());
      assertEquals(server.url(), claims.path("aud").asString());
      assertEquals("read", claims.path("scope").asString());
      assertFalse(claims.has("sub"));
      assertTrue(claims.has("jti"));
      assertEquals(300, claims.path("exp").asLong() - claims.path("iat").asLong());
    }
  }

  private static JsonNode json(String part) {
    return JsonMapper.shared()
        .readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  @Test
  void aKeyThatIsNoneIsToldAndNothingIsSent() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, "{}"))) {
      for (String broken : List.of("{}", "fake", "{\"private_key\": \"fake\"}")) {
        Verdict verdict =
            Given.test(ACCOUNT, Given.values(Map.of("url", server.url()), Map.of("file", broken)));
        assertEquals(Reason.NOT_TESTABLE, verdict.reason(), broken);
      }
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void aCertificatesOwnEndIsItsExpiry() throws Exception {
    Certificates pair = Certificates.client("EC");
    ServiceTemplate template =
        Given.service(
            """
            {"name": "url", "type": "url"}, {"name": "token", "type": "password"},
            {"name": "certificate", "type": "multiline", "secret": true}
            """,
            """
            {"control": false,
             "steps": [{"id": "me", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
             "rules": [{"status": 200, "reason": "ok"}],
             "extract": [{"kind": "expiry", "from": "value", "path": "{certificate|x509:not-after}"}]}
            """);
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, "{}"))) {
      Verdict verdict =
          Given.test(
              template,
              Given.values(
                  Map.of("url", server.url()),
                  Map.of("token", "fake", "certificate", pair.certificatePem())));
      assertEquals(new Expiry.At(pair.certificate().getNotAfter().toInstant()), verdict.expiry());
    }
  }
}
