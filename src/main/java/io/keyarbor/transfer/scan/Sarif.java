package io.keyarbor.transfer.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * Hits in the Static Analysis Results Interchange Format (SARIF) 2.1.0 of OASIS, which code hosts
 * show beside the code. It holds no secret and no part of one.
 */
public final class Sarif {
  private static final List<Hit.Rule> RULES = List.of(Hit.Rule.values());

  private Sarif() {}

  /** Writes a log of one run. */
  public static void write(List<Hit> hits, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json");
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "keyarbor");
    json.writeArrayPropertyStart("rules");
    for (Hit.Rule rule : RULES) {
      json.writeStartObject();
      json.writeStringProperty("id", rule.id());
      json.writeObjectPropertyStart("shortDescription");
      json.writeStringProperty("text", rule.title() + ".");
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeArrayPropertyStart("results");
    hits.forEach(hit -> result(hit, json));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void result(Hit hit, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", hit.rule().id());
    json.writeNumberProperty("ruleIndex", RULES.indexOf(hit.rule()));
    json.writeStringProperty("level", "error");
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("text", message(hit));
    json.writeEndObject();
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(hit.path()));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", hit.line());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    if (!hit.commit().isEmpty()) {
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("commit", hit.commit());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static String message(Hit hit) {
    String service = hit.service().isEmpty() ? "" : " (" + hit.service() + ")";
    return hit.rule().title()
        + service
        + " is written here. Renew it, and keep the new one in a vault.";
  }

  /** A relative reference as of RFC 3986. */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean bare = b > ' ' && b < 127 && "\"#%<>?[\\]^`{|}:".indexOf(b) < 0;
      uri.append(bare ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
    return uri.toString();
  }
}
