package io.keyarbor.vault.codec;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * What a collection or a member is called, before it is sealed.
 *
 * @param name of the collection or member
 * @param vault what the person called the vault; empty for a member
 */
public record NameRecord(String name, String vault) {
  /** The JSON of it. */
  public byte[] write() {
    return Json.write(json -> {
      Json.text(json, "name", name);
      Json.text(json, "vault", vault);
    });
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static NameRecord read(byte[] text) {
    Map<String, String> values = new HashMap<>();
    try {
      Json.read(text, (name, json) -> values.put(name, json.getString()));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("malformed name");
    }
    return new NameRecord(values.getOrDefault("name", ""), values.getOrDefault("vault", ""));
  }
}
