package io.keyarbor.probe.answer;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON pointers (RFC 6901) in which {@code *} stands for every element. */
final class JsonPath {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private JsonPath() {}

  /** The document; missing if the text is none. */
  static JsonNode parse(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** What is found at {@code pointer}; a null counts as found. */
  static List<JsonNode> find(JsonNode root, String pointer) {
    Stream<JsonNode> found = Stream.of(root);
    for (String part : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String key = part.replace("~1", "/").replace("~0", "~");
      found = found.flatMap(node -> children(node, key));
    }
    return found.filter(node -> !node.isMissingNode()).limit(Bounds.LIST).toList();
  }

  private static Stream<JsonNode> children(JsonNode node, String key) {
    if (key.equals("*")) {
      return node.isContainer() ? node.values().stream() : Stream.empty();
    }
    if (!node.isArray()) {
      return Stream.of(node.path(key));
    }
    return key.matches("\\d{1,9}") ? Stream.of(node.path(Integer.parseInt(key))) : Stream.empty();
  }

  /** A scalar as it stands, anything else written out; a null is empty. */
  static String text(JsonNode node) {
    if (node.isNull()) {
      return "";
    }
    return node.isContainer() ? node.toString() : node.asString();
  }
}
