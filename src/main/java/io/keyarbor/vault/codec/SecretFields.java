package io.keyarbor.vault.codec;

import io.keyarbor.crypto.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record's secrets before they are sealed: how many there are (4 bytes), then for each, by name,
 * the length of its name (4), its name in UTF-8, the length of its value (4), its value. No JSON,
 * whose library would keep copies.
 */
public final class SecretFields {
  private SecretFields() {}

  /** The bytes of it, for the caller to wipe. */
  public static byte[] write(Map<String, Secret> secrets) {
    Map<String, Secret> sorted = new TreeMap<>(secrets);
    int length = 4;
    for (Map.Entry<String, Secret> field : sorted.entrySet()) {
      length = Math.addExact(length, 8 + utf8(field.getKey()).length + field.getValue().length());
    }
    ByteBuffer out = ByteBuffer.allocate(length).putInt(sorted.size());
    sorted.forEach((name, value) -> {
      byte[] key = utf8(name);
      out.putInt(key.length).put(key).putInt(value.length());
      value.use(out::put);
    });
    return out.array();
  }

  /**
   * Reads them back, for the caller to close.
   *
   * @throws IllegalArgumentException if malformed
   */
  public static Map<String, Secret> read(byte[] text) {
    Map<String, Secret> secrets = new HashMap<>();
    try {
      ByteBuffer in = ByteBuffer.wrap(text);
      for (int left = in.getInt(); left > 0; left--) {
        byte[] name = next(in);
        byte[] value = next(in);
        secrets.put(new String(name, StandardCharsets.UTF_8), Secret.take(value));
      }
      return secrets;
    } catch (RuntimeException e) {
      secrets.values().forEach(Secret::close);
      throw new IllegalArgumentException("malformed secrets", e);
    }
  }

  private static byte[] next(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("malformed secrets");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static byte[] utf8(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
