package io.keyarbor.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document that is known to fit the schema: absent values read as empty ones, and
 * every value knows its pointer for faults.
 */
record Json(JsonNode node, JsonPointer pointer) {
  static Json root(JsonNode node) {
    return new Json(node, JsonPointer.empty());
  }

  Json at(String key) {
    return new Json(node.path(key), pointer.appendProperty(key));
  }

  boolean isAbsent() {
    return node.isMissingNode();
  }

  boolean isObject() {
    return node.isObject();
  }

  /** The scalar of that key as text, or {@code otherwise}. */
  String text(String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString() : otherwise;
  }

  String text(String key) {
    return text(key, "");
  }

  /** This scalar as text. */
  String text() {
    return node.asString();
  }

  boolean flag(String key, boolean otherwise) {
    return node.path(key).booleanValue(otherwise);
  }

  int number(String key, int otherwise) {
    return node.path(key).intValue(otherwise);
  }

  /** The elements of an array. */
  List<Json> items() {
    return Stream.iterate(0, i -> i < (node.isArray() ? node.size() : 0), i -> i + 1)
        .map(i -> new Json(node.get(i), pointer.appendIndex(i)))
        .toList();
  }

  /** The elements of an array, or the value itself if it is none. */
  List<Json> oneOrMore() {
    if (isAbsent()) {
      return List.of();
    }
    return node.isArray() ? items() : List.of(this);
  }

  /** The values of an object, in the order of the file. */
  Map<String, Json> entries() {
    Map<String, Json> entries = new LinkedHashMap<>();
    if (node.isObject()) {
      node.propertyNames().forEach(key -> entries.put(key, at(key)));
    }
    return entries;
  }

  /** Scalars of the array of that key as text. */
  List<String> texts(String key) {
    return at(key).items().stream().map(Json::text).toList();
  }

  /** Scalars of the object of that key as text, in the order of the file. */
  Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    at(key).entries().forEach((name, value) -> pairs.put(name, value.text()));
    return pairs;
  }

  @Override
  public String toString() {
    return pointer.toString();
  }
}
