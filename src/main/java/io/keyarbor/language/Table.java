package io.keyarbor.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A language's texts: one flat JSON object from the English text to its own. */
final class Table {
  private Table() {}

  /** Reads the table of that name beside this class, with a streaming parser for a quick start. */
  static Map<String, String> read(String name) {
    Map<String, String> table = new HashMap<>();
    try (InputStream in = Table.class.getResourceAsStream(name);
        JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String english = json.currentName();
        json.nextToken();
        table.put(english, json.getString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("broken table " + name, e);
    }
    return Map.copyOf(table);
  }
}
