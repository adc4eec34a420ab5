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
}
