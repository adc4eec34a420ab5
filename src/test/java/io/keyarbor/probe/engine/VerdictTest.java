package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person presses Test and reads what the server's answer means. */
class VerdictTest {
  @ParameterizedTest
  @CsvSource({
    "200, OK",
    "401, BAD_CREDENTIAL",
    "403, INDETERMINATE",
    "204, INDETERMINATE",
    "404, WRONG_ENDPOINT",
    "405, WRONG_ENDPOINT",
    "429, RATE_LIMITED",
    "500, SERVER_UNAVAILABLE",
    "502, SERVER_UNAVAILABLE",
    "503, SERVER_UNAVAILABLE",
    "504, SERVER_UNAVAILABLE",
    "418, INDETERMINATE"
  })
  void aStatusMeansWhatTheTemplateSaysOrElseTheDefault(int status, Reason reason) throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(status, ""))) {
      Verdict verdict = Given.test(Given.bearer(false), Given.token(server.url(), "aaa"));
      assertEquals(reason, verdict.reason(), verdict.detail());
      assertTrue(verdict.detail().contains(String.valueOf(status)), verdict.detail());
      assertEquals("Bearer aaa", server.seen().getFirst().authorization());
    }
  }

  @Test
  void aSuccessThatNoRuleNamesProvesNothing() throws Exception {
    ServiceTemplate strict =
        Given.service(
            """
            {"steps": [{"id": "me", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
             "rules": [{"status": 200, "json": {"/ok": {"eq": true}}, "reason": "ok"}]}
            """);
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, "{\"ok\": false}"))) {
      assertEquals(
          Reason.INDETERMINATE, Given.test(strict, Given.token(server.url(), "aaa")).reason());
    }
  }

  @Test
  void aServerThatAsksToWaitSaysHowLong() throws Exception {
    try (LocalServer server =
        LocalServer.http(r -> new Reply(429, "", List.of("Retry-After: 30")))) {
      Verdict verdict = Given.test(Given.bearer(false), Given.token(server.url(), "aaa"));
      assertTrue(verdict.detail().contains("30 seconds"), verdict.detail());
    }
  }

  @Test
  void nothingListensThere() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Verdict verdict =
        Given.test(Given.bearer(false), Given.token("http://127.0.0.1:" + free, "aaa"));
    assertEquals(Reason.UNREACHABLE, verdict.reason());
    assertTrue(verdict.detail().contains("127.0.0.1:" + free), verdict.detail());
  }

  @Test
  void noSuchHost() throws Exception {
    Verdict verdict =
        Given.test(Given.bearer(false), Given.token("https://no-such-host.invalid", "aaa"));
    assertEquals(Reason.UNREACHABLE, verdict.reason());
    assertEquals("There is no host no-such-host.invalid. Check the address.", verdict.detail());
  }

  @Test
  void aChoiceWithoutATestIsNotTestable() throws Exception {
    ServiceTemplate template =
        Given.service(
            """
            {"name": "url", "type": "url"}, {"name": "kind", "type": "select", "options": ["a", "b"]}
            """,
            """
            {"when": "kind=a", "steps": [{"id": "me", "url": "{url}"}],
             "rules": [{"status": 200, "reason": "open_access"}]}
            """);
    FieldValues values = Given.values(Map.of("url", "https://example.com", "kind", "b"), Map.of());
    assertEquals(Reason.NOT_TESTABLE, Given.test(template, values).reason());
  }

  @Test
  void aGoodAnswerTellsWhoForHowLongAndForWhat() throws Exception {
    ServiceTemplate template =
        Given.service(
            """
            {"control": false,
             "steps": [{"id": "me", "url": "{url}/me", "signer": {"bearer": {"token": "{token}"}}}],
             "rules": [{"status": 200, "json": {"/user/name": {"exists": true}}, "reason": "ok"}],
             "extract": [
               {"kind": "identity", "label": "User", "from": "json", "path": "/user/name"},
               {"kind": "identity", "label": "Region", "from": "header", "path": "X-Region"},
               {"kind": "scopes", "from": "header", "path": "X-Scopes", "format": ","},
               {"kind": "expiry", "from": "json", "path": "/ends", "format": "iso"},
               {"kind": "models", "from": "json", "path": "/models/*/id"}]}
            """);
    String body =
        """
        {"user": {"name": "Ada\\u0007 %s"}, "ends": "2031-01-31T08:00:00Z",
         "models": [{"id": "small"}, {"id": "large"}]}
        """
            .formatted("x".repeat(300));
    try (LocalServer server =
        LocalServer.http(
            r -> new Reply(200, body, List.of("X-Region: eu", "X-Scopes: read, write")))) {
      Verdict verdict = Given.test(template, Given.token(server.url(), "aaa"));
      assertEquals(Reason.OK, verdict.reason());
      assertEquals(List.of("User", "Region"), List.copyOf(verdict.identity().keySet()));
      assertEquals(200, verdict.identity().get("User").length());
      assertTrue(verdict.identity().get("User").startsWith("Ada x"));
      assertEquals(List.of("read", "write"), verdict.scopes());
      assertEquals(new Expiry.At(Instant.parse("2031-01-31T08:00:00Z")), verdict.expiry());
      assertEquals(List.of("small", "large"), verdict.models());
    }
  }

  @Test
  void aLoginIsUsedAndCleanedUp() throws Exception {
    ServiceTemplate template =
        Given.service(
            """
            {"control": false,
             "steps": [
               {"id": "login", "method": "POST", "url": "{url}/login", "form": {"t": "{token}"},
                "capture": [{"name": "session", "from": "json", "path": "/session", "secret": true}]},
               {"id": "me", "url": "{url}/me", "headers": {"X-Session": "{session}"}},
               {"id": "logout", "method": "DELETE", "url": "{url}/login", "always": true,
                "headers": {"X-Session": "{session}"}}],
             "rules": [{"step": "me", "status": 200, "reason": "ok"},
                       {"step": "login", "status": 403, "reason": "bad_credential"}]}
            """);
    try (LocalServer server =
        LocalServer.http(r ->
            r.target().equals("/login") && r.method().equals("POST")
                ? Reply.of(r.body().equals("t=a%26b") ? 200 : 403, "{\"session\": \"s1\"}")
                : Reply.of(200, "{}"))) {
      assertEquals(Reason.OK, Given.test(template, Given.token(server.url(), "a&b")).reason());
      assertEquals(
          List.of("POST /login null", "GET /me s1", "DELETE /login s1"),
          server.seen().stream()
              .map(r -> r.method() + " " + r.target() + " " + r.header("X-Session"))
              .toList());

      assertEquals(
          Reason.BAD_CREDENTIAL, Given.test(template, Given.token(server.url(), "no")).reason());
      assertEquals(4, server.seen().size(), "neither asked nor logged out without a session");
    }
  }

  @Test
  void aSecretIsNeverInTheWords() throws Exception {
    String marker = "zz-marker-zz";
    try (LocalServer server = LocalServer.http(r -> Reply.of(401, r.authorization()))) {
      Verdict verdict = Given.test(Given.bearer(true), Given.token(server.url(), marker));
      assertFalse(verdict.toString().contains(marker), verdict.toString());
    }
    Verdict refused = Given.test(Given.bearer(true), Given.token("https://x.test", marker + "\n"));
    assertEquals(Reason.NOT_TESTABLE, refused.reason());
    assertTrue(refused.took().isZero(), refused.toString());
    assertFalse(refused.toString().contains(marker), refused.toString());
  }

  @Test
  void aFieldThatIsMissingIsNamed() throws Exception {
    Verdict verdict =
        Given.test(Given.bearer(true), Given.values(Map.of("url", "https://x.test"), Map.of()));
    assertEquals(Reason.NOT_TESTABLE, verdict.reason());
    assertTrue(verdict.took().isZero(), "nothing was sent");
    assertEquals("“Token” is empty. Fill it in, then test again.", verdict.detail());
  }

  @Test
  void anAnswerInXmlIsLookedIntoByPath() throws Exception {
    ServiceTemplate template =
        Given.service(
            """
            {"control": false,
             "steps": [{"id": "me", "url": "{url}", "signer": {"bearer": {"token": "{token}"}}}],
             "rules": [{"xpath": {"//*[local-name()='Arn']": {"exists": true}}, "reason": "ok"},
                       {"xpath": {"//Code": "ExpiredToken"}, "reason": "expired"},
                       {"xpath": {"//Code": {"exists": true}}, "reason": "bad_credential"}]}
            """);
    Map<String, Reason> answers =
        Map.of(
            "<a:R xmlns:a='x'><a:Arn>demo</a:Arn></a:R>", Reason.OK,
            "<R><Code>ExpiredToken</Code></R>", Reason.EXPIRED,
            "<R><Code>Other</Code></R>", Reason.BAD_CREDENTIAL,
            "<R><Code>Other</R>", Reason.INDETERMINATE,
            "<!DOCTYPE R [<!ENTITY e 'x'>]><R><Code>&e;</Code></R>", Reason.INDETERMINATE);
    for (Map.Entry<String, Reason> answer : answers.entrySet()) {
      try (LocalServer server = LocalServer.http(r -> Reply.of(200, answer.getKey()))) {
        Verdict verdict = Given.test(template, Given.token(server.url(), "fake"));
        assertEquals(answer.getValue(), verdict.reason(), answer.getKey());
      }
    }
  }
}
