package io.keyarbor.template;

import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Literal;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.nio.CharBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a text that was made by a {@link TextTemplate} the other way round. */
public final class ReadBack {
  /** Filters whose result is as good in the field as what it was made of. */
  private static final Set<String> REVERSIBLE = Set.of("host", "origin");

  private ReadBack() {}

  /**
   * What stood in the place of each placeholder of {@code written}, by its name; empty if that
   * cannot be told, or {@code value} does not look like that. The parts are views of {@code value}.
   */
  public static Optional<Map<String, CharBuffer>> parts(String written, CharBuffer value) {
    List<Segment> segments = TextTemplate.parse(written);
    Map<String, CharBuffer> parts = new LinkedHashMap<>();
    Optional<Placeholder> open = Optional.empty();
    int start = 0;
    for (int i = 0; i <= segments.size(); i++) {
      Segment segment = i < segments.size() ? segments.get(i) : new Literal("");
      if (segment instanceof Placeholder placeholder) {
        if (open.isPresent() || !isReversible(placeholder)) {
          return Optional.empty();
        }
        open = Optional.of(placeholder);
      } else if (segment instanceof Literal(String text)) {
        int end = text.isEmpty() ? value.length() : indexOf(value, text, start);
        if (end < 0 || (open.isEmpty() && end != start)) {
          return Optional.empty();
        }
        if (open.isPresent()) {
          CharBuffer part = value.subSequence(start, end);
          if (!part.isEmpty()) {
            parts.put(open.get().name(), part);
          }
          open = Optional.empty();
        }
        start = end + text.length();
      }
    }
    return Optional.of(parts);
  }

  private static boolean isReversible(Placeholder placeholder) {
    return placeholder.filters().stream().map(Filter::name).allMatch(REVERSIBLE::contains);
  }

  private static int indexOf(CharBuffer text, String part, int from) {
    for (int at = from; at + part.length() <= text.length(); at++) {
      if (CharSequence.compare(text.subSequence(at, at + part.length()), part) == 0) {
        return at;
      }
    }
    return -1;
  }
}
