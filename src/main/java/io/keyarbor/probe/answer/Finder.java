package io.keyarbor.probe.answer;

import io.keyarbor.probe.http.Answer;
import io.keyarbor.template.ProbeSpec.Capture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds values in an answer. */
public final class Finder {
  private Finder() {}

  /** The first value that is not empty. */
  public static Optional<String> capture(Answer answer, Capture capture) {
    return find(answer, capture.from(), capture.path()).stream()
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** All values; a list found in JSON counts as its elements. */
  static List<String> find(Answer answer, String from, String path) {
    return switch (from) {
      case "json" -> texts(JsonPath.find(JsonPath.parse(answer.body()), path));
      case "header" -> answer.header(path).stream().toList();
      case "xpath" -> new Xml(answer.body()).find(path);
      case "jwt" -> texts(Jwt.claim(answer, path));
      case "body" -> List.of(answer.body().strip());
      default -> List.of();
    };
  }

  private static List<String> texts(List<JsonNode> nodes) {
    return nodes.stream()
        .flatMap(node -> node.isArray() ? node.values().stream() : Stream.of(node))
        .map(JsonPath::text)
        .limit(Bounds.LIST)
        .toList();
  }
}
