package io.keyarbor.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rooms below the windows say, in German; the platform finds it by its name. */
public final class Messages_de extends Messages {
  private final Map<String, String> table = Table.read("messages.de.json");
  private final List<Sentence> sentences = new ArrayList<>();

  /** For the platform, which makes bundles by name. */
  public Messages_de() {
    table.forEach((english, german) -> {
      if (english.contains("{0}")) {
        sentences.add(new Sentence(english, german));
      }
    });
    // The one that says most by itself is the one that was meant.
    sentences.sort((a, b) -> Integer.compare(b.weight(), a.weight()));
  }

  @Override
  protected Object handleGetObject(String message) {
    return retold(message);
  }

  private String retold(String message) {
    String exact = table.get(message);
    if (exact != null) {
      return exact;
    }
    return sentences.stream()
        .map(sentence -> sentence.retold(message, this::retold))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(message);
  }
}
