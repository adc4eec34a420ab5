package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person follows the guide: puts what it shows into a file, the file into the folder, and tests
 * credentials of the service that it invents.
 */
class GuideWalkTest {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  /** What the guide shows as that many'th template, read from the folder as the program does. */
  private ServiceTemplate written(int step) throws Exception {
    List<String> shown =
        BLOCK
            .matcher(Files.readString(Path.of("src/site/markdown/template-guide.md")))
            .results()
            .map((MatchResult m) -> m.group(1))
            .toList();
    Files.writeString(folder.resolve("hyperdrive.json"), shown.get(step - 1));
    JsonCatalogue catalogue = JsonCatalogue.load(folder);
    assertEquals(List.of(), catalogue.faults());
    return catalogue.find("hyperdrive").orElseThrow();
  }

  /** Fills in the form and presses Test. */
  private static Verdict tested(
      ServiceTemplate template, Map<String, String> typed, Map<String, String> secrets)
      throws Exception {
    FormModel form = new FormModel(template);
    typed.forEach(form::set);
    assertEquals(List.of(), form.faults(secrets.keySet()));
    return Given.test(template, Given.values(form.values(), secrets));
  }

  private static Verdict key(ServiceTemplate template, Hyperdrive service, String key)
      throws Exception {
    return tested(template, Map.of("base_url", service.url()), Map.of("api_key", key));
  }

  private static Verdict password(ServiceTemplate template, Hyperdrive service, String password)
      throws Exception {
    return tested(
        template,
        Map.of("base_url", service.url(), "auth_method", "password", "user", "ada"),
        Map.of("password", password));
  }

  @Test
  void aFormAloneIsATemplateWithoutATest() throws Exception {
    for (int step : new int[] {1, 2}) {
      Verdict verdict = tested(written(step), Map.of(), Map.of("api_key", Hyperdrive.GOOD_KEY));
      assertEquals(Reason.NOT_TESTABLE, verdict.reason());
    }
  }

  @Test
  void theFirstTestTellsRightWrongExpiredAndIdleKeysApart() throws Exception {
    try (Hyperdrive service = new Hyperdrive()) {
      ServiceTemplate template = written(3);
      Verdict good = key(template, service, Hyperdrive.GOOD_KEY);
      assertEquals(Reason.OK, good.reason(), good.detail());
      assertEquals(Map.of("Account", "Northwind", "Plan", "team"), good.identity());
      assertEquals(new Expiry.At(Instant.parse("2027-01-31T00:00:00Z")), good.expiry());
      assertEquals(2, service.server().seen().size());
      assertEquals(Reason.BAD_CREDENTIAL, key(template, service, "hyp_demo0000wrong").reason());
      assertEquals(Reason.EXPIRED, key(template, service, Hyperdrive.EXPIRED_KEY).reason());
      Verdict idle = key(template, service, Hyperdrive.IDLE_KEY);
      assertEquals(Reason.INSUFFICIENT_PERMISSION, idle.reason());
      assertEquals(
          "The key is right, but may not read its account. Give it the role Reader.",
          idle.detail());
    }
  }

  @Test
  void anotherServerIsNotTakenForTheService() throws Exception {
    try (LocalServer other = LocalServer.http(r -> LocalServer.Reply.of(200, "<h1>Hello</h1>"))) {
      Verdict verdict =
          tested(
              written(3), Map.of("base_url", other.url()), Map.of("api_key", Hyperdrive.GOOD_KEY));
      assertEquals(Reason.WRONG_ENDPOINT, verdict.reason());
    }
  }

  @Test
  void theSecondMethodOpensASessionAndClosesIt() throws Exception {
    try (Hyperdrive service = new Hyperdrive()) {
      ServiceTemplate template = written(4);
      Verdict good = password(template, service, Hyperdrive.GOOD_PASSWORD);
      assertEquals(Reason.OK, good.reason(), good.detail());
      assertEquals(Map.of("Account", "Northwind"), good.identity());
      assertEquals(
          List.of("POST /v1/sessions", "GET /v1/me", "DELETE /v1/sessions/current"),
          service.server().seen().stream().map(r -> r.method() + " " + r.target()).toList());
      assertEquals(0, service.openSessions());
      assertEquals(
          Reason.MFA_REQUIRED, password(template, service, Hyperdrive.GUARDED_PASSWORD).reason());
      assertEquals(Reason.BAD_CREDENTIAL, password(template, service, "demo wrong").reason());
      assertEquals(4 + 1, service.server().seen().size());
    }
  }

  @Test
  void theFirstMethodGoesOnWorking() throws Exception {
    try (Hyperdrive service = new Hyperdrive()) {
      ServiceTemplate template = written(4);
      assertEquals(Reason.OK, key(template, service, Hyperdrive.GOOD_KEY).reason());
      assertEquals(Reason.BAD_CREDENTIAL, key(template, service, "hyp_demo0000wrong").reason());
      assertEquals(Reason.BAD_CREDENTIAL, key(template, service, Hyperdrive.EXPIRED_KEY).reason());
    }
  }
}
