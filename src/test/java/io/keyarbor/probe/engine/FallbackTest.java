package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.probe.engine.LocalServer.Seen;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a service's tests is run, and which list of models is read. */
class FallbackTest {
  private static final ServiceTemplate SERVICE =
      Given.service(
          """
          [{"matching": {"token": "admin-.*"},
            "control": false,
            "steps": [{"id": "admin", "url": "{url}/admin", "signer": {"bearer": {"token": "{token}"}}}],
            "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]},
           {"fallback_on": 404,
            "control": false,
            "steps": [{"id": "new", "url": "{url}/v2", "signer": {"bearer": {"token": "{token}"}}},
                      {"id": "bye", "url": "{url}/bye", "always": true}],
            "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]},
           {"matching": {"token": "never"},
            "steps": [{"id": "none", "url": "{url}/none"}],
            "rules": [{"status": 200, "reason": "ok"}]},
           {"control": false,
            "steps": [{"id": "old", "url": "{url}/v1", "signer": {"bearer": {"token": "{token}"}}}],
            "rules": [{"status": 200, "reason": "ok"}, {"status": 401, "reason": "bad_credential"}]}]
          """);

  private static List<String> targets(LocalServer server) {
    return server.seen().stream().map(Seen::target).toList();
  }

  @Test
  void aKeysLookChoosesItsTest() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, ""))) {
      Given.test(SERVICE, Given.token(server.url(), "admin-0000"));
      assertEquals(List.of("/admin"), targets(server));
    }
  }

  @Test
  void anOlderServerIsAskedInItsOwnWay() throws Exception {
    try (LocalServer server =
        LocalServer.http(r -> Reply.of(r.target().equals("/v1") ? 200 : 404, ""))) {
      Verdict verdict = Given.test(SERVICE, Given.token(server.url(), "key-0000"));
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      assertEquals(List.of("/v2", "/v1"), targets(server), "one request more, and no clean-up");
    }
  }

  @Test
  void theLastTestDecidesWhateverTheAnswer() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(404, ""))) {
      Verdict verdict = Given.test(SERVICE, Given.token(server.url(), "key-0000"));
      assertEquals(Reason.WRONG_ENDPOINT, verdict.reason());
      assertEquals(List.of("/v2", "/v1"), targets(server));
    }
  }

  @ParameterizedTest
  @CsvSource({"200, OK", "401, BAD_CREDENTIAL", "500, SERVER_UNAVAILABLE"})
  void anyOtherAnswerStands(int status, Reason reason) throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(status, ""))) {
      Verdict verdict = Given.test(SERVICE, Given.token(server.url(), "key-0000"));
      assertEquals(reason, verdict.reason());
      assertEquals(List.of("/v2", "/bye"), targets(server));
    }
  }

  @Test
  void aPersonSeesAllThatMayBeSent() {
    try (FieldValues values = Given.token("https://api.example", "key-0000")) {
      assertEquals(
          List.of("new", "bye", "old"),
          new TemplateProber()
              .preview(SERVICE, values).stream().map(PlannedRequest::step).toList());
    }
  }

  private static ModelList models(String url, String reading) throws Exception {
    String json =
        """
        {"service_type": "example",
         "required_fields": [{"name": "url", "type": "url"}, {"name": "token", "type": "password"}],
         "models": %s}
        """
            .formatted(reading);
    ServiceTemplate template =
        new TemplateParser()
            .parse("example", json.getBytes(StandardCharsets.UTF_8))
            .template()
            .orElseThrow();
    try (FieldValues values = Given.token(url, "fake-0000")) {
      return Given.hasty().models(template, values, Given.SYSTEM);
    }
  }

  private static final String READING =
      """
      {"steps": [{"id": "models", "url": "{url}/models",
                  "signer": {"bearer": {"token": "{token}"}}}],
       "extract": [{"kind": "models", "from": "json", "path": "/data/*/id"}]}
      """;

  @Test
  void aListOfModelsIsRead() throws Exception {
    try (LocalServer server =
        LocalServer.http(r -> Reply.of(200, "{\"data\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}"))) {
      assertEquals(ModelList.of(List.of("a", "b")), models(server.url(), READING));
      assertEquals("Bearer fake-0000", server.seen().getFirst().authorization());
    }
  }

  @Test
  void aListThatIsRefusedIsTold() throws Exception {
    try (LocalServer server = LocalServer.http(r -> Reply.of(401, "{}"))) {
      ModelList list = models(server.url(), READING);
      assertEquals(List.of(), list.models());
      assertTrue(list.fault().contains("answered 401"), list.fault());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.invalid/models", "http://127.0.0.1:1/models"})
  void aListIsReadFromAllowedHostsOnly(String url) throws Exception {
    ModelList list = models("https://api.example", READING.replace("{url}/models", url));
    assertTrue(list.fault().contains("Nothing was sent there"), list.fault());
  }
}
