package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.LocalServer.Reply;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads beside a verdict, by the templates that come with the program. */
class BundledFindingsTest {
  private static ServiceTemplate template(String type) {
    return JsonCatalogue.bundled().find(type).orElseThrow();
  }

  @Test
  void aModelServerThatIsOpenToAnyoneShowsItsModels() throws Exception {
    String body = "{\"models\": [{\"name\": \"small:1b\"}, {\"name\": \"large:70b\"}]}";
    try (LocalServer server = LocalServer.http(r -> Reply.of(200, body))) {
      Verdict verdict =
          Given.test(
              template("ollama"),
              Given.values(Map.of("auth_method", "none", "base_url", server.url()), Map.of()));
      assertEquals(Reason.OPEN_ACCESS, verdict.reason(), verdict.detail());
      assertEquals(List.of("small:1b", "large:70b"), verdict.models());
    }
  }

  @Test
  void aTokenShowsWhenItEndsAsItsServiceWritesIt() throws Exception {
    try (LocalServer server =
        LocalServer.http(r ->
            new Reply(
                200,
                "{\"login\": \"ada\"}",
                List.of(
                    "GitHub-Authentication-Token-Expiration: 2031-03-31 12:00:00 UTC",
                    "X-OAuth-Scopes: repo, read:org")))) {
      Verdict verdict =
          Given.test(
              template("github"),
              Given.values(
                  Map.of("auth_method", "token", "api_url", server.url()),
                  Map.of("token", "visibly-fake")));
      assertEquals(Reason.OK, verdict.reason(), verdict.detail());
      assertEquals(new Expiry.At(Instant.parse("2031-03-31T12:00:00Z")), verdict.expiry());
      assertEquals(List.of("repo", "read:org"), verdict.scopes());
    }
  }
}
