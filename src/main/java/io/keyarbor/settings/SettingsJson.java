package io.keyarbor.settings;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Language.valueOf(found.getOrDefault("language", d.language().name())),
        Integer.parseInt(found.getOrDefault("autoLockMinutes", "" + d.autoLockMinutes())),
        Integer.parseInt(found.getOrDefault("clipboardSeconds", "" + d.clipboardSeconds())),
        Grouping.valueOf(found.getOrDefault("grouping", d.grouping().name())),
        columns(found.getOrDefault("hiddenColumns", String.join(" ", d.hiddenColumns()))),
        order(found),
        presence(found),
        protection(found),
        flag(found, "welcomed", d.welcomed()),
        Optional.ofNullable(found.get("recentVault")).map(Path::of));
  }

  private static Set<String> columns(String keys) {
    return keys.isEmpty() ? Set.of() : Set.copyOf(List.of(keys.split(" ", -1)));
  }

  /** Guards nothing: what makes no sense must not cost the person all other settings. */
  private static ListOrder order(Map<String, String> found) {
    return new ListOrder(
        found.getOrDefault("sortColumn", ListOrder.DEFAULTS.column()),
        "true".equals(found.get("sortDescending")));
  }

  private static Presence presence(Map<String, String> found) {
    Presence d = Presence.DEFAULTS;
    return new Presence(
        flag(found, "tray", d.tray()),
        flag(found, "closeToTray", d.closeToTray()),
        flag(found, "startHidden", d.startHidden()),
        flag(found, "notifications", d.notifications()),
        Optional.ofNullable(found.get("quietFrom"))
            .map(from ->
                new Presence.Quiet(
                    LocalTime.parse(from), LocalTime.parse(found.get("quietUntil")))));
  }

  private static Protection protection(Map<String, String> found) {
    Protection d = Protection.DEFAULTS;
    return new Protection(
        flag(found, "lockWithSystem", d.lockWithSystem()),
        flag(found, "hideFromScreenshots", d.hideFromScreenshots()),
        QuickUnlock.valueOf(found.getOrDefault("quickUnlock", d.quickUnlock().name())));
  }

  /** Fails on anything but the two words, so that no guard falls by a typing error. */
  private static boolean flag(Map<String, String> found, String name, boolean usual) {
    return switch (found.getOrDefault(name, "" + usual)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(name + " is neither true nor false");
    };
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
      out.writeStringProperty("language", settings.language().name());
      out.writeNumberProperty("autoLockMinutes", settings.autoLockMinutes());
      out.writeNumberProperty("clipboardSeconds", settings.clipboardSeconds());
      out.writeStringProperty("grouping", settings.grouping().name());
      out.writeStringProperty(
          "hiddenColumns", String.join(" ", new TreeSet<>(settings.hiddenColumns())));
      out.writeStringProperty("sortColumn", settings.order().column());
      out.writeBooleanProperty("sortDescending", settings.order().descending());
      write(out, settings.presence());
      write(out, settings.protection());
      out.writeBooleanProperty("welcomed", settings.welcomed());
      settings.recentVault().ifPresent(p -> out.writeStringProperty("recentVault", p.toString()));
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, Presence presence) {
    out.writeBooleanProperty("tray", presence.tray());
    out.writeBooleanProperty("closeToTray", presence.closeToTray());
    out.writeBooleanProperty("startHidden", presence.startHidden());
    out.writeBooleanProperty("notifications", presence.notifications());
    presence
        .quiet()
        .ifPresent(quiet -> {
          out.writeStringProperty("quietFrom", quiet.from().toString());
          out.writeStringProperty("quietUntil", quiet.until().toString());
        });
  }

  private static void write(JsonGenerator out, Protection protection) {
    out.writeBooleanProperty("lockWithSystem", protection.lockWithSystem());
    out.writeBooleanProperty("hideFromScreenshots", protection.hideFromScreenshots());
    out.writeStringProperty("quickUnlock", protection.quickUnlock().name());
  }
}
