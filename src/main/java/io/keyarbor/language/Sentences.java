package io.keyarbor.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the rooms below the windows say, in another language: sentences with values in them. */
final class Sentences {
  private final Map<String, String> table;
  private final List<Sentence> patterns;

  /** The sentences of {@code table}. */
  Sentences(Map<String, String> table) {
    this.table = table;
    // The one that says most by itself is the one that was meant.
    patterns =
        table.entrySet().stream()
            .filter(line -> line.getKey().contains("{0}"))
            .map(line -> new Sentence(line.getKey(), line.getValue()))
            .sorted(Comparator.comparingInt(Sentence::weight).reversed())
            .toList();
  }

  /**
   * {@code message} in the other language, or as it is if no sentence is like it.
   *
   * @param inner translates values that are themselves a message
   */
  String retold(String message, UnaryOperator<String> inner) {
    String exact = table.get(message);
    if (exact != null) {
      return exact;
    }
    return patterns.stream()
        .map(pattern -> pattern.retold(message, inner))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(message);
  }
}
