package io.keyarbor.probe.text;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values within a JSON text, e.g. of a key file. */
final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private JsonText() {}

  /**
   * The value at a JSON pointer (RFC 6901), objects and lists written out; empty if there is none.
   *
   * @throws BadInput if the text is no JSON
   */
  static String at(String json, String pointer) {
    try {
      return text(MAPPER.readTree(json).at(JsonPointer.compile(pointer)));
    } catch (JacksonException e) {
      // Its words quote the text.
      throw new BadInput("A value that should be JSON is none. Paste the whole file.");
    } catch (IllegalArgumentException e) {
      throw new BadInput("The template has a JSON pointer that is none.");
    }
  }

  /** A scalar as it stands; empty if absent or null. */
  static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    return node.isContainer() ? node.toString() : node.asString();
  }
}
