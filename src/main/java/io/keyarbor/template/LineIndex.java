package io.keyarbor.template;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;

/** The line of each place of a JSON text, made only once a fault is to be told. */
final class LineIndex {
  private final Map<String, Integer> lines = new HashMap<>();

  /** Reads well-formed JSON. */
  LineIndex(ObjectMapper json, byte[] text) {
    try (JsonParser parser = json.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        lines.putIfAbsent(
            parser.streamReadContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    }
  }

  /** The line, 1-based, of the innermost place known on the way to {@code pointer}. */
  int line(String pointer) {
    String known = pointer;
    while (!lines.containsKey(known) && !known.isEmpty()) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return lines.getOrDefault(known, 1);
  }
}
