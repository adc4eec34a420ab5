package io.keyarbor.template;

import io.keyarbor.template.EnvName.EnvValue;
import io.keyarbor.template.FieldSpec.Condition;
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

/**
 * Lines that set the environment variables of a service's tools: what a template says to put into a
 * variable is read out of it the other way round. The choice is that of the first field found.
 */
record EnvShape(ServiceTemplate template) implements Shape {
  /** Filters whose result is as good in the field as what it was made of. */
  private static final Set<String> REVERSIBLE = Set.of("host", "origin");

  @Override
  public List<Condition> choices() {
    return List.of();
  }

  @Override
  public Map<String, CharBuffer> read(PastedText text) {
    Map<String, CharBuffer> found = new LinkedHashMap<>();
    Map<String, CharBuffer> plain = new LinkedHashMap<>();
    for (EnvName env : template.env()) {
      CharBuffer value = text.variables().get(env.name());
      if (value != null && env.value() instanceof EnvValue.Text(String written)) {
        parts(TextTemplate.parse(written), value)
            .ifPresent(parts ->
                parts.forEach(
                    (field, part) -> (isSecret(field) ? found : plain).putIfAbsent(field, part)));
      }
    }
    plain.forEach(found::putIfAbsent);
    return found;
  }

  private boolean isSecret(String field) {
    return template.fields().stream().anyMatch(f -> f.name().equals(field) && f.secret());
  }

  /** What stood in the place of each placeholder; empty if that cannot be told. */
  private static Optional<Map<String, CharBuffer>> parts(List<Segment> segments, CharBuffer value) {
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
