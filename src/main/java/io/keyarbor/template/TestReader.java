package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Test;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tests of values that a rule makes. */
final class TestReader {
  private TestReader() {}

  static Map<String, Test> read(Json json, TextReader texts) {
    Map<String, Test> tests = new LinkedHashMap<>();
    json.entries().forEach((place, test) -> tests.put(place, test(test, texts)));
    return Collections.unmodifiableMap(tests);
  }

  /** {@code {"eq": "x"}}, or {@code "x"} for short. */
  private static Test test(Json json, TextReader texts) {
    if (!json.isObject()) {
      return new Test("eq", List.of(json.text()));
    }
    Map.Entry<String, Json> entry = json.entries().entrySet().iterator().next();
    Json operand = entry.getValue();
    return switch (entry.getKey()) {
      case "exists", "absent", "empty" -> new Test(entry.getKey(), List.of());
      case "matches" -> new Test("matches", List.of(texts.regex(operand)));
      default -> new Test(entry.getKey(), operand.oneOrMore().stream().map(Json::text).toList());
    };
  }
}
