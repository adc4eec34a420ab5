package io.keyarbor.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads text with placeholders and regular expressions, telling of those that are faulty. */
record TextReader(Flaws flaws) {
  /** The text of that place, empty if absent. */
  String text(Json json) {
    return json.isAbsent() ? "" : checked(json, json.text());
  }

  /** A body: text as it is, any other JSON written out. */
  String body(Json json) {
    return json.isAbsent() || !json.node().isContainer()
        ? text(json)
        : checked(json, json.node().toString());
  }

  Map<String, String> texts(Json json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.entries().forEach((name, value) -> texts.put(name, text(value)));
    return Collections.unmodifiableMap(texts);
  }

  String regex(Json json) {
    try {
      BoundedRegex.of(json.text());
    } catch (IllegalArgumentException e) {
      flaws.add(json.toString(), e.getMessage());
    }
    return json.text();
  }

  private String checked(Json json, String text) {
    try {
      TextTemplate.parse(text);
    } catch (IllegalArgumentException e) {
      flaws.add(json.toString(), e.getMessage());
    }
    return text;
  }
}
