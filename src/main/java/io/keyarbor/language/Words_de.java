package io.keyarbor.language;

import java.util.Map;

/** German; the platform finds it by its name. */
public final class Words_de extends Words {
  private final Map<String, String> table = Table.read("de.json");

  /** For the platform, which makes bundles by name. */
  public Words_de() {}

  @Override
  protected Object handleGetObject(String key) {
    return table.getOrDefault(key, key);
  }
}
