package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateLintTest {
  private static List<String> found(String step, String rules) {
    String json =
        """
        {
          "service_type": "x",
          "required_fields": [
            {"name": "url", "type": "url"}, {"name": "key", "type": "password"}
          ],
          "probe": {"steps": [%s], "rules": [%s]}
        }
        """
            .formatted(step, rules);
    TemplateParser.Parsed parsed =
        new TemplateParser().parse("x", json.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), parsed.faults());
    return new TemplateLint(Set.of("ok", "bad_credential"), Set.of("bad_credential"))
        .check(parsed.template().orElseThrow());
  }

  private static final String STEP =
      "{\"id\":\"a\",\"url\":\"{url}\",\"signer\":{\"bearer\":{\"token\":\"{key}\"}}}";
  private static final String OK = "{\"status\":200,\"reason\":\"ok\"}";
  private static final String BAD = "{\"status\":401,\"reason\":\"bad_credential\"}";

  @Test
  void aSoundProbeIsLeftInPeace() {
    assertEquals(List.of(), found(STEP, OK + "," + BAD));
  }

  @Test
  void aProbeThatCannotTellRightFromWrongIsFound() {
    assertEquals(List.of("probe: no rule says when the secret is right"), found(STEP, BAD));
    assertEquals(List.of("probe: no rule says when the secret is wrong"), found(STEP, OK));
    assertEquals(
        List.of("probe: any answer would be taken for a success"),
        found(STEP, BAD + ",{\"reason\":\"ok\"}"));
    assertEquals(
        List.of("probe: sends no secret, so it can say nothing about one"),
        found("{\"id\":\"a\",\"url\":\"{url}\"}", OK));
  }

  @Test
  void aRuleBehindACatchAllIsFound() {
    assertEquals(
        List.of("probe: rule 3 is never reached"),
        found(STEP, OK + "," + BAD + ",{\"status\":[401],\"json\":{\"/a\":1},\"reason\":\"ok\"}"));
  }

  @Test
  void codesOfOtherProtocolsAreToldApart() {
    String transport =
        "{\"id\":\"a\",\"transport\":{\"ldap\":{\"host\":\"{url|host}\",\"bind_dn\":\"cn=a\","
            + "\"password\":\"{key}\"}}}";
    String ok = "{\"codes\":0,\"reason\":\"ok\"}";
    String exact = "{\"codes\":\"49/532\",\"reason\":\"bad_credential\"}";
    String any = "{\"codes\":[49,50],\"reason\":\"bad_credential\"}";
    assertEquals(List.of(), found(transport, ok + "," + exact + "," + any));
    assertEquals(
        List.of("probe: rule 3 is never reached"), found(transport, ok + "," + any + "," + exact));
  }

  @Test
  void aSecretInAnAddressIsFound() {
    assertEquals(
        List.of("probe, step a: the secret key would be seen by others"),
        found(STEP.replace("{url}", "{url}?k={key}"), OK + "," + BAD));
  }

  @Test
  void namesThatLeadNowhereAreFound() {
    assertEquals(
        List.of(
            "probe, step a: no field or earlier capture is called token",
            "probe, step a: there is no filter shout"),
        found(STEP.replace("{url}", "{url|shout}/{token}"), OK + "," + BAD).stream()
            .sorted()
            .toList());
    assertEquals(
        List.of("probe: there is no reason locked_out"),
        found(STEP, OK + "," + BAD + ",{\"status\":423,\"reason\":\"locked_out\"}"));
  }

  @Test
  void aRuleThatNoAnswerCanFitIsFound() {
    String conversation =
        "{\"id\":\"a\",\"transport\":{\"redis\":{\"host\":\"{url|host}\",\"password\":\"{key}\"}}}";
    String codes =
        "{\"codes\":\"ok\",\"reason\":\"ok\"},{\"codes\":49,\"reason\":\"bad_credential\"}";
    assertEquals(List.of(), found(conversation, codes));
    assertEquals(
        List.of(
            "probe: rule 1 can never fit: an answer of a transport has a code, and no status,"
                + " headers or XML"),
        found(conversation, "{\"status\":500,\"reason\":\"bad_credential\"}," + codes));
    assertEquals(
        List.of("probe: rule 3 is never reached"),
        found(conversation, codes + ",{\"codes\":\"49/532\",\"reason\":\"bad_credential\"}"));
    assertEquals(
        List.of("probe: rule 3 can never fit: an answer over HTTP has a status and no code"),
        found(STEP, OK + "," + BAD + ",{\"codes\":\"x\",\"reason\":\"bad_credential\"}"));
    assertEquals(
        List.of("probe: rule 3 can never fit: the step z cleans up and decides nothing"),
        found(
            STEP + ",{\"id\":\"z\",\"url\":\"{url}\",\"always\":true}",
            OK + "," + BAD + ",{\"step\":\"z\",\"status\":418,\"reason\":\"bad_credential\"}"));
    assertEquals(
        List.of("probe: rule 3 can never fit: no step is called token"),
        found(
            STEP,
            OK + "," + BAD + ",{\"step\":\"token\",\"status\":418,\"reason\":\"bad_credential\"}"));
  }

  @Test
  void aHostThatIsNotAllowedIsFound() {
    assertEquals(
        List.of(
            "probe, step a: the host api.example is not in hosts, so nothing would be sent there"),
        found(STEP.replace("{url}", "https://api.example/me"), OK + "," + BAD));
    assertEquals(
        List.of("probe, step a: only the person may switch TLS off: take it from a field"),
        found(
            "{\"id\":\"a\",\"transport\":{\"ldap\":{\"host\":\"{url|host}\",\"tls\":\"off\","
                + "\"bind_dn\":\"x\",\"password\":\"{key}\"}}}",
            "{\"codes\":0,\"reason\":\"ok\"},{\"codes\":49,\"reason\":\"bad_credential\"}"));
  }

  @Test
  void aFilterThatIsUsedWronglyIsFound() {
    assertEquals(
        List.of("probe, step a: the filter part knows no “scheme”"),
        found(STEP.replace("{url}", "{url|part:scheme}"), OK + "," + BAD));
    assertEquals(
        List.of("probe, step a: the filter at must come before those that encode"),
        found(STEP.replace("{key}", "{key|url|at:/a}"), OK + "," + BAD));
    assertEquals(
        List.of("probe, step a: public may only follow the reading of a part that is no secret"),
        found(STEP.replace("{url}", "{url}/{key|public}"), OK + "," + BAD));
    assertEquals(
        List.of("probe, step a: the secret key would be seen by others"),
        found(STEP.replace("{url}", "{url}/{key|at:/id}"), OK + "," + BAD));
    assertEquals(
        List.of(), found(STEP.replace("{url}", "{url}/{key|at:/id|public}"), OK + "," + BAD));
  }

  @Test
  void whatLeadsNowhereBesideTheTestIsFound() {
    String json =
        """
        {
          "service_type": "x",
          "required_fields": [
            {"name": "url", "type": "url"}, {"name": "key", "type": "password"}
          ],
          "env": {"A": {"folder": {"f": "{nobody}"}}},
          "probe": {"fallback_on": 404, "steps": [%s], "rules": [%s],
            "extract": [{"kind": "spend", "from": "json", "path": "/a"}]},
          "models": {"steps": [{"id": "m", "url": "https://m.example/"}],
            "extract": [{"kind": "models", "from": "json", "path": "/a"}]},
          "usage": {"fields": [{"name": "admin", "type": "password"}],
            "steps": [{"id": "u", "url": "{url}", "headers": {"K": "{admin}{root}"}}],
            "extract": [{"kind": "spend", "from": "json", "path": "/a"}]},
          "rotation": {"days": 90, "calls": [
            {"create": [{"id": "c", "url": "{url}?k={key}",
               "capture": [{"name": "new", "from": "json", "path": "/a", "secret": true}]}],
             "result": {"other": "{new}{old}"}}]}
        }
        """
            .formatted(STEP, OK + "," + BAD);
    TemplateParser.Parsed parsed =
        new TemplateParser().parse("x", json.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), parsed.faults());
    assertEquals(
        List.of(
            "A: no field or earlier capture is called nobody",
            "probe: spend cannot be read here",
            "probe: fallback_on has no probe to fall back to",
            "models, step m: the host m.example is not in hosts, so nothing would be sent there",
            "usage, step u: no field or earlier capture is called root",
            "rotation, step c: the secret key would be seen by others",
            "rotation, result: no field or earlier capture is called old",
            "rotation: the form has no field other"),
        new TemplateLint(Set.of("ok", "bad_credential"), Set.of("bad_credential"))
            .check(parsed.template().orElseThrow()));
  }
}
