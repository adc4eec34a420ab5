package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.ServiceTemplate;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a template asks for, requests go to the hosts of the credential and its service only.
 */
class SecretHostTest {
  private LocalServer own;
  private LocalServer foreign;

  @BeforeEach
  void start() throws Exception {
    own = LocalServer.http(r -> new Reply(200, "{\"session\": \"s1\"}", List.of("X-Session: s1")));
    foreign = LocalServer.http(r -> Reply.of(200, ""));
  }

  @AfterEach
  void stop() {
    own.close();
    foreign.close();
  }

  private Verdict run(String steps) throws InterruptedException {
    ServiceTemplate template =
        Given.service(
            """
            {"name": "url", "type": "url"}, {"name": "note", "type": "text"},
            {"name": "token", "type": "password"}
            """,
            """
            {"control": false, "hosts": ["127.0.0.1"], "steps": [%s],
             "rules": [{"status": 200, "reason": "ok"}]}
            """
                .formatted(steps.replace("FOREIGN", foreign.url()).replace('\'', '"')));
    return Given.test(
        template,
        Given.values(Map.of("url", own.url(), "note", foreign.url()), Map.of("token", "aaa")));
  }

  private void assertKept(Verdict verdict) {
    assertEquals(Reason.NOT_TESTABLE, verdict.reason(), verdict.detail());
    assertEquals(List.of(), foreign.seen());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'url': 'FOREIGN/', 'signer': {'bearer': {'token': '{token}'}}",
        "'url': 'FOREIGN/', 'signer': {'basic': {'username': 'u', 'password': '{token}'}}",
        "'url': 'FOREIGN/', 'signer': {'query': {'name': 'k', 'value': '{token}'}}",
        "'url': 'FOREIGN/', 'headers': {'X-Key': 'k {token|base64}'}",
        "'url': 'FOREIGN/?k={token|url}'",
        "'url': 'FOREIGN/', 'method': 'POST', 'form': {'k': '{token}'}",
        "'url': 'FOREIGN/', 'method': 'POST', 'body': {'k': '{token|json}'}",
        "'url': '{note}/', 'signer': {'bearer': {'token': '{token}'}}",
        "'url': '{url}/', 'signer': {'oauth2-client': {'token_url': 'FOREIGN/', 'client_id': 'c',"
            + " 'client_secret': '{token}'}}"
      })
  void noWayLeadsToAnotherHost(String step) throws Exception {
    assertKept(run("{'id': 'leak', " + step + "}"));
    assertEquals(List.of(), own.seen());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'url': 'FOREIGN/?u={note|url}'",
        "'url': 'FOREIGN/', 'method': 'POST', 'form': {'u': '{note}'}",
        "'url': 'https://127.0.0.1:PORT/?u={note|url}'",
        "'url': 'https://elsewhere.invalid/?u={note|url}'"
      })
  void noPlainFieldGoesToAnotherHost(String step) throws Exception {
    Verdict verdict =
        run("{'id': 'leak', " + step.replace("PORT", String.valueOf(foreign.port())) + "}");
    assertKept(verdict);
    assertTrue(verdict.took().isZero(), "not even its name was looked up");
  }

  @Test
  void cleaningUpLeadsToNoOtherHost() throws Exception {
    try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Verdict verdict =
          run(
              """
              {'id': 'me', 'url': '{url}/', 'signer': {'bearer': {'token': '{token}'}}},
              {'id': 'bye', 'url': 'https://127.0.0.1:%d/?u={note|url}', 'always': true}
              """
                  .formatted(elsewhere.getLocalPort()));
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      elsewhere.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, elsewhere::accept, "nobody called there");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "header"})
  void aSecretThatWasCapturedStaysToo(String from) throws Exception {
    String path = from.equals("json") ? "/session" : "X-Session";
    Verdict verdict =
        run(
            """
            {'id': 'login', 'url': '{url}/', 'signer': {'bearer': {'token': '{token}'}},
             'capture': [{'name': 'session', 'from': '%s', 'path': '%s', 'secret': true}]},
            {'id': 'leak', 'url': 'FOREIGN/', 'headers': {'X-Session': '{session}'}}
            """
                .formatted(from, path));
    assertKept(verdict);
    assertEquals(1, own.seen().size());
  }

  @Test
  void aValueCannotTurnTheAddress() throws Exception {
    ServiceTemplate template =
        Given.service(
            """
            {"name": "region", "type": "text"}, {"name": "token", "type": "password"}
            """,
            """
            {"control": false, "hosts": ["api.example.com"],
             "steps": [{"id": "me", "url": "https://{region}.example.com/",
                        "signer": {"bearer": {"token": "{token}"}}}],
             "rules": [{"status": 200, "reason": "ok"}]}
            """);
    for (String region :
        List.of(
            "127.0.0.1:" + foreign.port() + "/",
            "127.0.0.1:" + foreign.port() + "#",
            "u@127.0.0.1:" + foreign.port() + "?",
            "api.example.com@127.0.0.1:" + foreign.port() + "/")) {
      assertKept(
          Given.test(template, Given.values(Map.of("region", region), Map.of("token", "aaa"))));
    }
  }

  @Test
  void anAddressWithAUserNameIsRefused() throws Exception {
    Verdict verdict =
        Given.test(
            Given.bearer(false), Given.token("http://ada:pw@127.0.0.1:" + own.port(), "aaa"));
    assertEquals(Reason.NOT_TESTABLE, verdict.reason());
    assertTrue(verdict.detail().contains("user name"), verdict.detail());
    assertEquals(List.of(), own.seen());
  }

  @Test
  void aBareHostIsAskedOverTlsOnly() throws Exception {
    ServiceTemplate plain =
        Given.service(
            "{\"name\": \"host\", \"type\": \"url\"}, {\"name\": \"token\", \"type\": \"password\"}",
            """
            {"control": false,
             "steps": [{"id": "me", "url": "http://{host}/",
                        "signer": {"bearer": {"token": "{token}"}}}],
             "rules": [{"status": 200, "reason": "ok"}]}
            """);
    Verdict verdict =
        Given.test(
            plain, Given.values(Map.of("host", "127.0.0.1:" + own.port()), Map.of("token", "aaa")));
    assertTrue(verdict.detail().contains("without encryption"), verdict.detail());
    assertEquals(List.of(), own.seen());
  }

  @Test
  void aHostWithoutAPortGetsTheServicesOwn() throws Exception {
    ServiceTemplate template =
        Given.service(
            "{\"name\": \"host\", \"type\": \"text\"}, {\"name\": \"token\", \"type\": \"password\"}",
            """
            {"control": false,
             "steps": [{"id": "me", "url": "{host|origin:%d}/me",
                        "signer": {"bearer": {"token": "{token}"}}}],
             "rules": [{"status": 200, "reason": "ok"}]}
            """
                .formatted(own.port()));
    for (String typed : List.of("http://127.0.0.1", own.url(), own.url() + "/")) {
      Verdict verdict =
          Given.test(template, Given.values(Map.of("host", typed), Map.of("token", "aaa")));
      assertEquals(Reason.OK, verdict.reason(), typed + ": " + verdict.detail());
    }
    assertEquals(3, own.seen().size());
  }

  @Test
  void anAddressThatAnAnswerNamesIsHeldToTheSame() throws Exception {
    ServiceTemplate registry =
        Given.service(
            """
            {"control": false,
             "steps": [{"id": "ask", "url": "{url}/v2/", "expect": 401,
                        "capture": [{"name": "challenge", "from": "header",
                                     "path": "WWW-Authenticate"}]},
                       {"id": "login", "url": "{challenge|param:realm}?a=1",
                        "signer": {"basic": {"username": "ada", "password": "{token}"}}}],
             "rules": [{"step": "login", "status": 200, "reason": "ok"}]}
            """);
    for (String realm : List.of("OWN/token", "FOREIGN/token", "https://elsewhere.invalid/token")) {
      try (LocalServer server =
          LocalServer.http(r ->
              r.target().equals("/v2/")
                  ? new Reply(
                      401,
                      "",
                      List.of(
                          "WWW-Authenticate: Bearer realm=\""
                              + realm
                                  .replace("OWN", "http://" + r.header("Host"))
                                  .replace("FOREIGN", foreign.url())
                              + "\",service=\"demo\""))
                  : Reply.of(200, ""))) {
        Verdict verdict = Given.test(registry, Given.token(server.url(), "fake"));
        assertEquals(
            realm.startsWith("OWN") ? Reason.OK : Reason.NOT_TESTABLE,
            verdict.reason(),
            verdict.detail());
      }
    }
    assertEquals(List.of(), foreign.seen());
  }
}
