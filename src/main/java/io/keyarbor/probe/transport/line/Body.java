package io.keyarbor.probe.transport.line;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was learned, as the JSON object that rules and extractors read. For one thread. */
public final class Body {
  private static final int LONGEST = 4096;

  private final ObjectNode object = JsonNodeFactory.instance.objectNode();

  /** Adds a value unless it is null or empty; cut if it is very long. */
  public Body with(String name, String value) {
    if (value != null && !value.isEmpty()) {
      object.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
    return this;
  }

  /** The object as text. */
  public String json() {
    return object.toString();
  }
}
