package io.keyarbor.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Settings as one flat JSON object. Read with the streaming parser, because data binding would cost
 * a good part of the time until the unlock window shows.
 */
final class SettingsJson {
  private SettingsJson() {}

  /**
   * What is missing has its default; what is unknown is left out.
   *
   * @throws RuntimeException if it is no such object or a value is out of bounds
   */
  static Settings read(byte[] json) {
    Map<String, String> found = values(json);
    Settings d = Settings.DEFAULTS;
    return new Settings(
        Theme.valueOf(found.getOrDefault("theme", d.theme().name())),
        Double.parseDouble(found.getOrDefault("fontScale", "" + d.fontScale())),
        Integer.parseInt(found.getOrDefault("autoLockMinutes", "" + d.autoLockMinutes())),
        Integer.parseInt(found.getOrDefault("clipboardSeconds", "" + d.clipboardSeconds())),
        Grouping.valueOf(found.getOrDefault("grouping", d.grouping().name())),
        Optional.ofNullable(found.get("recentVault")).map(Path::of));
  }

  private static Map<String, String> values(byte[] json) {
    Map<String, String> values = new HashMap<>();
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no JSON object");
      }
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        if (in.nextToken().isScalarValue()) {
          values.put(name, in.getString());
        } else {
          in.skipChildren();
        }
      }
      if (in.currentToken() != JsonToken.END_OBJECT) {
        throw new IllegalArgumentException("the JSON object has no end");
      }
    }
    return values;
  }

  static byte[] write(Settings settings) {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      out.writeStringProperty("theme", settings.theme().name());
      out.writeNumberProperty("fontScale", settings.fontScale());
      out.writeNumberProperty("autoLockMinutes", settings.autoLockMinutes());
      out.writeNumberProperty("clipboardSeconds", settings.clipboardSeconds());
      out.writeStringProperty("grouping", settings.grouping().name());
      settings.recentVault().ifPresent(p -> out.writeStringProperty("recentVault", p.toString()));
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
