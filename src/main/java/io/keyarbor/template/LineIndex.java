package io.keyarbor.template;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;

/**
 * The lines of some places of a JSON text, found only once a fault is to be told. What lies beside
 * the way to them is passed over: the names in a hostile text may be long, and its values many.
 */
final class LineIndex {
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * Reads well-formed JSON.
   *
   * @param wanted pointers of the places to find
   */
  LineIndex(ObjectMapper json, String text, Collection<String> wanted) {
    Set<String> onTheWay = new HashSet<>();
    wanted.forEach(pointer -> addWithParents(pointer, onTheWay));
    try (JsonParser parser = json.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String place = parser.streamReadContext().pathAsPointer().toString();
        if (onTheWay.contains(place)) {
          lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
        } else if (token.isStructStart()) {
          parser.skipChildren();
        }
      }
    }
  }

  private static void addWithParents(String pointer, Set<String> places) {
    places.add("");
    for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      places.add(pointer.substring(0, end));
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
