package io.keyarbor.language;

import java.util.Map;

/** German; the platform finds it by its name. */
public final class Words_de extends Words {
  private final Map<String, String> table = Table.read("de.json");
  private Sentences sentences;

  /** For the platform, which makes bundles by name. */
  public Words_de() {}

  @Override
  protected Object handleGetObject(String key) {
    return german(key);
  }

  private String german(String english) {
    String german = table.get(english);
    return german == null ? sentences().retold(english, this::german) : german;
  }

  /** Read when something is said that no window says by itself, which is seldom at the start. */
  private synchronized Sentences sentences() {
    if (sentences == null) {
      sentences = new Sentences(Table.read("messages.de.json"));
    }
    return sentences;
  }
}
