package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Conversation;
import io.keyarbor.probe.text.ConnectionUrl;
import io.keyarbor.probe.text.Filters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a request against what the example says it must be.
 *
 * @param secrets those of the person, by field name
 */
record RequestCheck(Map<String, String> secrets) {
  private static final JsonMapper JSON = JsonMapper.shared();

  void check(JsonNode expected, Call call, String example) {
    String where = example + ", step " + call.step();
    assertEquals(expected.path("step").asString(""), call.step(), where);
    if (call.conversation().isPresent()) {
      checkConversation(expected, call.conversation().get(), where);
    } else {
      checkRequest(expected, call, where);
    }
    assertEquals(expected.path("secret").asBoolean(true), call.isSecret(), where + ": secret");
  }

  /** What is only asked for may be left out of an example. */
  private static void checkConversation(JsonNode expected, Conversation actual, String where) {
    assertEquals(expected.path("transport").asString(""), actual.transport(), where);
    Map<String, String> with = new TreeMap<>(actual.with());
    with.keySet().removeIf(name -> name.startsWith("ask."));
    Map<String, String> wanted = new TreeMap<>();
    expected
        .path("with")
        .properties()
        .forEach(e -> wanted.put(e.getKey(), Stationery.fill(e.getValue().asString())));
    assertEquals(wanted, with, where);
  }

  private static void checkRequest(JsonNode expected, Call call, String where) {
    assertEquals(expected.path("method").asString("GET"), call.method(), where);
    assertEquals(expected.path("url").asString(""), call.url(), where);
    assertEquals(expected.path("unix_socket").asString(""), call.socket(), where);
    expected
        .path("headers")
        .properties()
        .forEach(e -> {
          String actual = call.headers().get(e.getKey());
          assertTrue(actual != null, where + ": header " + e.getKey());
          assertFits(Stationery.fill(e.getValue().asString()), actual, where);
        });
    expected
        .path("no_headers")
        .values()
        .forEach(name -> assertFalse(call.headers().containsKey(name.asString()), where + name));
    if (expected.has("form")) {
      checkForm(expected.path("form"), call, where);
    }
    if (expected.has("body")) {
      checkBody(expected.path("body"), call, where);
    }
  }

  private static void checkForm(JsonNode expected, Call call, String where) {
    Map<String, String> actual =
        Arrays.stream(call.body().split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    p -> decoded(p[0]), p -> decoded(p[1]), (a, b) -> a + b, TreeMap::new));
    assertEquals(
        expected.propertyNames().stream().sorted().toList(),
        List.copyOf(actual.keySet()),
        where + ": fields of the form");
    expected
        .properties()
        .forEach(e -> assertFits(e.getValue().asString(), actual.get(e.getKey()), where));
  }

  private static void checkBody(JsonNode expected, Call call, String where) {
    if (expected.isContainer()) {
      try {
        assertEquals(expected, JSON.readTree(call.body()), where + ": body");
      } catch (JacksonException e) {
        throw new AssertionError(where + ": the body is no JSON: " + call.body(), e);
      }
    } else {
      assertEquals(expected.asString(), call.body(), where + ": body");
    }
  }

  /** Equal, or starts so where dots stand for the rest. */
  private static void assertFits(String expected, String actual, String where) {
    if (expected.endsWith("...")) {
      String start = expected.substring(0, expected.length() - 3);
      assertTrue(actual.startsWith(start) && actual.length() > start.length(), where + actual);
    } else {
      assertEquals(expected, actual, where);
    }
  }

  /** What is signed with a secret carries it too, though nobody can see it there. */
  boolean carriesOwnSecret(JsonNode expected, Call call) {
    return !ownSecretsIn(call).isEmpty()
        || call.identity().isPresent()
        || call.account().isPresent()
        || call.conversation().isPresent()
        || expected.path("signed").asBoolean(false);
  }

  /** The names of the person's secrets that can be read in the request. */
  List<String> ownSecretsIn(Call call) {
    String said = call.conversation().map(c -> String.join("\n", c.with().values())).orElse("");
    String all = String.join("\n", call.url(), call.body(), headers(call), said);
    return secrets.entrySet().stream()
        .filter(e -> forms(e.getValue()).anyMatch(all::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String headers(Call call) {
    return call.headers().values().stream()
        .map(value ->
            value.startsWith("Basic ")
                ? new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.UTF_8)
                : value)
        .collect(Collectors.joining("\n"));
  }

  /** Of a connection URL, the password is what is sent. */
  private static Stream<String> forms(String secret) {
    String password = ConnectionUrl.read(secret).part("password");
    return Stream.of(
        password.isEmpty() ? secret : password,
        Filters.url(secret),
        new String(JsonStringEncoder.getInstance().quoteAsCharArray(secret)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
