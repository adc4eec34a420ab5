package io.keyarbor.vault.codec;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Small helps around Jackson's streams. They are used without data binding: a vault of ten thousand
 * records is read right after the start, when reflection is slowest.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes the properties of an object. */
  interface Body {
    void write(JsonGenerator json);
  }

  /** Reads the value of the property called {@code name}, at which the parser stands. */
  interface Property {
    void read(String name, JsonParser json);
  }

  static byte[] write(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      object(json, body);
    }
    return bytes.toByteArray();
  }

  static void read(byte[] text, Property property) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      properties(json, property);
    }
  }

  static void object(JsonGenerator json, Body body) {
    json.writeStartObject();
    body.write(json);
    json.writeEndObject();
  }

  /** Reads an object at whose start the parser stands; skips what {@code property} leaves. */
  static void properties(JsonParser json, Property property) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      property.read(name, json);
      if (json.currentToken().isStructStart()) {
        json.skipChildren();
      }
    }
  }

  static void text(JsonGenerator json, String name, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }

  static void time(JsonGenerator json, String name, Instant value) {
    json.writeNumberProperty(name, value.toEpochMilli());
  }

  static void texts(JsonGenerator json, String name, Collection<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  static void map(JsonGenerator json, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      json.writeName(name);
      object(json, j -> values.forEach(j::writeStringProperty));
    }
  }

  static Instant time(JsonParser json) {
    return Instant.ofEpochMilli(json.getLongValue());
  }

  static Set<String> texts(JsonParser json) {
    Set<String> values = new LinkedHashSet<>();
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      values.add(json.getString());
    }
    return values;
  }

  static Map<String, String> map(JsonParser json) {
    Map<String, String> values = new LinkedHashMap<>();
    properties(json, (name, j) -> values.put(name, j.getString()));
    return values;
  }
}
