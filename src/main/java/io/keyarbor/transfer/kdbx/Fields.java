package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.read.FreeNames;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a draft while they are gathered: each name once, and no more bytes of secrets than
 * a credential may have. For one thread.
 */
final class Fields {
  private final Map<String, String> plain = new LinkedHashMap<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private final FreeNames names = new FreeNames();
  private int room = Draft.MOST_BYTES;

  Map<String, String> plain() {
    return plain;
  }

  Map<String, Secret> secrets() {
    return secrets;
  }

  void put(String name, String value) {
    plain.put(free(name), value);
  }

  /** Takes over {@code value}; false if there is no room, and it is closed then. */
  boolean put(String name, Secret value) {
    if (value.length() > room) {
      value.close();
      return false;
    }
    room -= value.length();
    secrets.put(free(name), value);
    return true;
  }

  private String free(String name) {
    return names.of(name, taken -> plain.containsKey(taken) || secrets.containsKey(taken));
  }

  boolean isEmpty() {
    return plain.isEmpty() && secrets.isEmpty();
  }

  void close() {
    secrets.values().forEach(Secret::close);
  }
}
