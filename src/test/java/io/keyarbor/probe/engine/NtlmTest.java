package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Windows server is asked with an account. */
@Timeout(60)
class NtlmTest {
  private static final Certificates OWN = Certificates.loopback();
  private static final String PASSWORD = "demo-pässword-0000";

  private static final ServiceTemplate SERVICE =
      Given.service(
          """
          {"name": "url", "type": "url"}, {"name": "user", "type": "text"},
          {"name": "password", "type": "password"}
          """,
          """
          {"control": false,
           "steps": [{"id": "me", "method": "POST", "url": "{url}/wsman", "body": "<identify/>",
                      "signer": {"ntlm": {"username": "{user}", "password": "{password}"}}}],
           "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]}
          """);

  private static FieldValues values(String url, String password) {
    return Given.values(Map.of("url", url, "user", "HOME\\ada"), Map.of("password", password));
  }

  private static Verdict test(String url, String password) throws Exception {
    return Given.test(SERVICE, values(url, password), new TlsTrust.Pin(OWN.fingerprint()));
  }

  @ParameterizedTest
  @CsvSource({"NTLM, false", "NTLM, true", "Negotiate, true"})
  void theRightPasswordIsProvenOnItsConnection(String scheme, boolean stamped) throws Exception {
    try (NtlmServer server = new NtlmServer(OWN, scheme, stamped)) {
      Verdict verdict = test(server.url(), PASSWORD);
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      assertEquals(List.of("<identify/>"), server.bodies());
    }
  }

  @Test
  void aWrongPasswordIsTriedOnce() throws Exception {
    try (NtlmServer server = new NtlmServer(OWN, "NTLM", true)) {
      assertEquals(Reason.BAD_CREDENTIAL, test(server.url(), "fake").reason());
      assertEquals(1, server.proofs());
    }
  }

  @Test
  void aServerThatIsNotTrustedIsNotAsked() throws Exception {
    try (NtlmServer server = new NtlmServer(OWN, "NTLM", true)) {
      Verdict verdict = Given.test(SERVICE, values(server.url(), PASSWORD));
      assertEquals(Reason.TLS_UNTRUSTED, verdict.reason(), verdict.detail());
      assertTrue(verdict.certificate().isPresent());
      assertEquals(0, server.proofs());
    }
  }

  @Test
  void aServerThatDoesNotAskProvesNothing() throws Exception {
    try (LocalServer server =
        LocalServer.https(OWN.server(null), false, r -> Reply.of(200, "ok"))) {
      assertEquals(Reason.OPEN_ACCESS, test(server.url(), PASSWORD).reason());
      assertEquals("null", server.seen().getFirst().authorization());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NTLM", "NTLM !", "NTLM TlRMTVNTUAACAAAA", "NTLM AAAA"})
  void aChallengeThatIsNoneEndsInNoVerdict(String challenge) throws Exception {
    try (LocalServer server =
        LocalServer.https(
            OWN.server(null),
            false,
            r ->
                new Reply(
                    401,
                    "no",
                    List.of(
                        "WWW-Authenticate: "
                            + (r.authorization().equals("null") ? "NTLM" : challenge))))) {
      Verdict verdict = test(server.url(), PASSWORD);
      assertEquals(Outcome.UNDECIDED, verdict.outcome(), verdict.detail());
      assertEquals(2, server.seen().size());
    }
  }

  @Test
  void noPasswordIsProvenWithoutEncryption() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(401, ""))) {
      Verdict verdict = Given.test(SERVICE, values(server.url(), PASSWORD));
      assertEquals(Reason.NOT_TESTABLE, verdict.reason());
      assertTrue(verdict.detail().contains("https://"), verdict.detail());
      assertEquals(List.of(), server.seen());
    }
  }

  @Test
  void thePasswordIsNotShownBefore() {
    try (FieldValues values = values("https://win.example", PASSWORD)) {
      PlannedRequest planned = new TemplateProber().preview(SERVICE, values).getFirst();
      assertEquals("NTLM ••••••", planned.headers().get("Authorization"));
      assertTrue(planned.carriesSecret());
      assertFalse(planned.toString().contains(PASSWORD));
    }
  }
}
