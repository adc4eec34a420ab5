package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.KeyRecogniser.Guess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyRecogniserTest {
  private final KeyRecogniser recogniser = new KeyRecogniser(JsonCatalogue.bundled());

  private List<String> guesses(String key) {
    try (Secret secret = Secret.takeUtf8(key.toCharArray())) {
      return recogniser.recognise(secret).stream()
          .map(g ->
              g.template().serviceType() + "/" + String.join(",", g.fields()) + "/" + choices(g))
          .toList();
    }
  }

  private static String choices(Guess guess) {
    return guess.choices().stream()
        .map(choice -> choice.field() + "=" + choice.value())
        .collect(Collectors.joining(","));
  }

  /** What the best guess of invented services reads out of a text, secrets in brackets. */
  private static Map<String, String> read(String text) {
    KeyRecogniser invented = new KeyRecogniser(INVENTED);
    try (Secret secret = Secret.takeUtf8(text.toCharArray())) {
      Guess best = invented.recognise(secret).getFirst();
      Map<String, String> found = new TreeMap<>();
      try (FieldValues values = invented.read(best, secret)) {
        found.putAll(values.plain());
        values
            .secrets()
            .forEach((name, value) -> found.put(name, "[" + value.useChars(String::new) + "]"));
      }
      found.put("", best.template().serviceType() + " " + choices(best));
      return found;
    }
  }

  private static final Catalogue INVENTED =
      new Catalogue() {
        @Override
        public List<ServiceTemplate> all() {
          return Stream.of(CLUSTER, STORE, ACCOUNT).map(KeyRecogniserTest::template).toList();
        }

        @Override
        public Optional<ServiceTemplate> find(String serviceType) {
          return all().stream().filter(t -> t.serviceType().equals(serviceType)).findFirst();
        }

        @Override
        public List<TemplateFault> faults() {
          return List.of();
        }
      };

  private static final String CLUSTER =
      """
      {"service_type": "cluster",
       "required_fields": [
         {"name": "auth_method", "type": "select", "options": ["config", "key"]}],
       "conditional_fields": {
         "auth_method=config": [{"name": "config", "type": "file", "secret": true}],
         "auth_method=key": [{"name": "key", "type": "file", "secret": true}]},
       "recognise": [
         {"pattern": "(?s)apiVersion: v1\\\\n.*kind: Config.*", "field": "config"},
         {"pattern": "(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*", "field": "key"}]}
      """;

  private static final String STORE =
      """
      {"service_type": "store",
       "required_fields": [
         {"name": "host", "type": "text"}, {"name": "port", "type": "number", "required": false},
         {"name": "user", "type": "text"}, {"name": "password", "type": "password"},
         {"name": "base", "type": "text", "required": false}],
       "env": {"STORE_HOST": "{host}:{port?}", "STORE_PASSWORD": "{password}", "STORE_DSN": "{user}!{base}"},
       "recognise": [
         {"pattern": "stores?://(?P<user>[^:@/]*):(?P<password>[^@/]*)@(?P<host>[^:/]+)(?::(?P<port>[0-9]+))?(?:/(?P<base>[^?]*))?(?:[?].*)?",
          "field": "host"}]}
      """;

  private static final String ACCOUNT =
      """
      {"service_type": "account",
       "required_fields": [{"name": "file", "type": "file", "secret": true}],
       "recognise": [
         {"pattern": "(?s)\\\\{.*\\"type\\": *\\"service_account\\".*\\\\}", "field": "file"}]}
      """;

  private static ServiceTemplate template(String json) {
    var parsed = new TemplateParser().parse("test", json.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), parsed.faults());
    return parsed.template().orElseThrow();
  }

  @Test
  void aWholeFileIsRecognisedByItsContentWithTheChoiceThatItBelongsTo() {
    String config = "apiVersion: v1\nclusters: []\nkind: Config\nusers: []";
    assertEquals(
        Map.of("", "cluster auth_method=config", "config", "[" + config + "]"),
        read(config + "\n"));
    String pem = "-----BEGIN FAKE PRIVATE KEY-----\nAAAA0000\n-----END FAKE PRIVATE KEY-----";
    assertEquals(
        Map.of("", "cluster auth_method=key", "key", "[" + pem + "]"), read("\n" + pem + "\n"));
    String account = "{\n \"type\": \"service_account\",\n \"demo\": 0000\n}";
    assertEquals(Map.of("", "account ", "file", "[" + account + "]"), read(account));
  }

  @Test
  void aLongFileIsRecognisedByItsEndsAndTakenWhole() {
    String config = "apiVersion: v1\nkind: Config\ndata: " + "A".repeat(300_000);
    assertEquals("[" + config + "]", read(config).get("config"));
  }

  @Test
  void aConnectionUrlFillsTheFieldsItsGroupsAreNamedAfter() {
    assertEquals(
        Map.of(
            "",
            "store ",
            "user",
            "ada",
            "password",
            "[fake/0000]",
            "host",
            "db.example",
            "port",
            "6543",
            "base",
            "shop"),
        read("store://ada:fake%2F0000@db.example:6543/shop?tls=on"));
    assertEquals(
        Map.of("", "store ", "user", "ada", "password", "[fake0000]", "host", "db.example"),
        read("stores://ada:fake0000@db.example"));
  }

  @Test
  void linesThatSetVariablesFillTheFieldsOfTheirTemplate() {
    assertEquals(
        Map.of(
            "",
            "store ",
            "password",
            "[fake 0000]",
            "host",
            "db.example",
            "port",
            "6543",
            "user",
            "ada",
            "base",
            "shop"),
        read(
            """
            # a comment, and what belongs to another program
            PATH=/usr/bin
            export STORE_PASSWORD="fake 0000"
            STORE_HOST=db.example:6543
            - STORE_DSN: 'ada!shop'
            """));
  }

  @Test
  void aKeyBehindTheNameOfAnUnknownVariableIsFound() {
    assertEquals(
        "github/token/auth_method=token", guesses("CI_BOT=ghp" + "_" + "0".repeat(36)).getFirst());
  }

  @Test
  void aKeyThatManyPatternsOfAServiceFitIsOneGuess() {
    String key = "sk-" + "proj-" + "fake".repeat(10) + "T3BlbkFJ" + "fake".repeat(10);
    assertEquals(List.of("openai/api_key/auth_method=api_key"), guesses(key));
  }

  @Test
  void aGroupThatIsNoFieldIsAFaultOfTheTemplate() {
    var parsed =
        new TemplateParser()
            .parse("test", STORE.replace("?P<host>", "?P<hots>").getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "found \"hots\", expected groups named after fields only",
        parsed.faults().getFirst().message());
  }

  // The keys are put together here so that no scanner takes them for real ones.

  @Test
  void aPastedKeyFindsItsService() {
    assertEquals(
        "github/token/auth_method=token", guesses("ghp" + "_" + "0".repeat(36)).getFirst());
    assertEquals(
        "anthropic/api_key/auth_method=api_key",
        guesses("sk-" + "ant-api03-" + "fake".repeat(10)).getFirst());
    assertEquals(
        "openai/api_key/auth_method=api_key",
        guesses("sk-" + "proj-" + "fake".repeat(10)).getFirst());
    assertEquals("aws/access_key_id/", guesses("AK" + "IA" + "A".repeat(16)).getFirst());
    assertEquals(
        "grafana/token/auth_method=service_account",
        guesses("gl" + "sa_" + "0".repeat(32) + "_" + "0".repeat(8)).getFirst());
  }

  @Test
  void spaceAroundAPastedKeyDoesNotMatter() {
    assertEquals(
        "github/token/auth_method=token",
        guesses("\n ghp" + "_" + "0".repeat(36) + " \n").getFirst());
  }

  @Test
  void anUnknownKeyFindsNothingAndStaysUntouched() {
    char[] key = "demo-unknown".toCharArray();
    List<Guess> guesses = recogniser.recognise(key);
    assertEquals(List.of(), guesses);
    assertArrayEquals("demo-unknown".toCharArray(), key);
  }
}
