package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A person keeps an OAuth client's secret and tests it against a real OpenID Connect provider, the
 * npm package {@code oidc-provider}, which {@code .ci/run} installs.
 */
@RequiresProgram(value = "node", folder = "src/test/node/node_modules")
@Timeout(60)
class OpenIdProviderTest {
  private static final ServiceTemplate TEMPLATE =
      JsonCatalogue.bundled().find("http-generic").orElseThrow();
  private static final String CLIENT = "visibly-fake-client";
  private static final String CLIENT_SECRET = "visibly-fake-client-secret-0000";

  private static ServerProgram provider;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    ServerProgram.Started started =
        ServerProgram.start(
            new ProcessBuilder("node", "provider.mjs").directory(Path.of("src/test/node").toFile()),
            CLIENT_SECRET + "\n",
            Pattern.compile("listening on (\\S+)"));
    provider = started.program();
    url = started.ready().group(1);
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  private static Verdict test(String client, String secret, String page) throws Exception {
    return Given.test(
        TEMPLATE,
        Given.values(
            Map.of(
                "url",
                url + page,
                "auth_method",
                "oauth2",
                "token_url",
                url + "/token",
                "client_id",
                client,
                "scope",
                "reports"),
            Map.of("client_secret", secret)));
  }

  @Test
  void theRightSecretFetchesATokenThatOpensTheService() throws Exception {
    Verdict verdict = test(CLIENT, CLIENT_SECRET, "/whoami");
    assertEquals(Reason.OK, verdict.reason(), verdict.detail());
  }

  @Test
  void aWrongSecretAndAnUnknownClientAreRefused() throws Exception {
    assertEquals(Reason.BAD_CREDENTIAL, test(CLIENT, "wrong", "/whoami").reason());
    assertEquals(Reason.BAD_CREDENTIAL, test("nobody", CLIENT_SECRET, "/whoami").reason());
  }

  @Test
  void anAddressThatDoesNotExistIsTold() throws Exception {
    assertEquals(Reason.WRONG_ENDPOINT, test(CLIENT, CLIENT_SECRET, "/nowhere").reason());
  }
}
