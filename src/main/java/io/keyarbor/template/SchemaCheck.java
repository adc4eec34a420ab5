package io.keyarbor.template;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Holds JSON against the template schema, in words for the person who wrote it. */
final class SchemaCheck {
  private final Schema schema;

  SchemaCheck() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(config));
    try (InputStream in =
        SchemaCheck.class.getResourceAsStream("/templates/template.schema.json")) {
      schema = registry.getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(JsonNode template, Flaws flaws) {
    for (Error error : schema.validate(template)) {
      String pointer = error.getInstanceLocation().toString();
      boolean isKey = error.getKeyword().equals("additionalProperties");
      flaws.add(isKey ? pointer + "/" + escaped(error) : pointer, message(error));
    }
  }

  private String message(Error error) {
    JsonNode found = error.getInstanceNode();
    JsonNode expected = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "enum" -> "found " + shown(found) + ", expected one of " + listed(expected);
      case "const" -> "found " + shown(found) + ", expected " + expected;
      case "type" -> "found " + shown(found) + ", expected " + types(expected);
      case "pattern" ->
          "found " + shown(found) + ", expected text that fits " + expected.asString();
      case "required" -> "found no key " + quoted(error) + ", expected it here";
      case "additionalProperties" ->
          "found the key " + quoted(error) + ", expected one of " + knownKeys(error);
      case "propertyNames" -> "found a key that does not fit here: " + error.getMessage();
      case "maxLength", "minLength" ->
          "found a text of %d characters, expected at %s %s"
              .formatted(
                  found.asString().length(),
                  error.getKeyword().startsWith("max") ? "most" : "least",
                  expected);
      default -> "the value here " + error.getMessage();
    };
  }

  /** The keys that the schema has at the place where it refuses all others. */
  private String knownKeys(Error error) {
    String place = error.getSchemaLocation().getFragment().toString();
    String parent = place.substring(0, place.lastIndexOf('/'));
    return String.join(", ", schema.getSchemaNode().at(parent).path("properties").propertyNames());
  }

  private static String escaped(Error error) {
    return error.getProperty().replace("~", "~0").replace("/", "~1");
  }

  private static String quoted(Error error) {
    return Words.quoted(String.valueOf(error.getProperty()));
  }

  private static String shown(JsonNode found) {
    return switch (found.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case MISSING -> "nothing";
      case STRING -> Words.quoted(found.stringValue());
      default -> found.toString();
    };
  }

  private static String listed(JsonNode values) {
    return values.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "));
  }

  private static String types(JsonNode types) {
    String all =
        types.isArray()
            ? types.values().stream().map(JsonNode::asString).collect(Collectors.joining(" or "))
            : types.asString();
    return "a value of type " + all.replace("array", "list");
  }
}
