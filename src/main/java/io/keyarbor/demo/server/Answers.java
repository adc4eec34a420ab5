package io.keyarbor.demo.server;

import io.keyarbor.demo.server.Answer.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what the pretend services answer. */
final class Answers {
  private static final String FOLDER = "/demo/services/";

  private Answers() {}

  /** All answers; those of one service in the order of its file. */
  static List<Answer> load() {
    return DemoResource.text(FOLDER + "index")
        .lines()
        .filter(l -> !l.isBlank())
        .flatMap(name -> of(DemoResource.json(FOLDER + name)))
        .toList();
  }

  private static Stream<Answer> of(JsonNode service) {
    return service.path("answers").values().stream().map(Answers::answer);
  }

  private static Answer answer(JsonNode json) {
    JsonNode body = json.path("body");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", body.isContainer() ? "application/json" : "text/plain");
    headers.putAll(pairs(json.path("headers")));
    return new Answer(
        json.path("method").asString("GET"),
        json.path("path").asString(),
        condition(json.path("when")),
        json.path("status").asInt(200),
        headers,
        body.isContainer() ? body.toString() : body.asString(""),
        json.path("delay_ms").asInt(0));
  }

  private static Condition condition(JsonNode json) {
    JsonNode sigv4 = json.path("sigv4");
    return new Condition(
        pairs(json.path("headers")),
        json.path("basic").asString(""),
        pairs(json.path("form")),
        pairs(json.path("query")),
        sigv4.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new SigV4Check(
                    sigv4.path("access_key_id").asString(),
                    sigv4.path("secret_access_key").asString(),
                    sigv4.path("session_token").asString(""))));
  }

  private static Map<String, String> pairs(JsonNode json) {
    Map<String, String> pairs = new LinkedHashMap<>();
    json.properties().forEach(p -> pairs.put(p.getKey(), p.getValue().asString()));
    return pairs;
  }
}
