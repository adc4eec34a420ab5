package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.ServiceTemplate.KeyPattern;
import java.nio.CharBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a template's pattern says: the whole text is the value of one field, or, where the pattern
 * has groups named after fields, each group is the value of its field.
 */
final class PatternShape implements Shape {
  private final ServiceTemplate template;
  private final KeyPattern key;
  private final BoundedRegex pattern;

  PatternShape(ServiceTemplate template, KeyPattern key) {
    this.template = template;
    this.key = key;
    this.pattern = BoundedRegex.of(key.pattern());
  }

  @Override
  public ServiceTemplate template() {
    return template;
  }

  @Override
  public List<Condition> choices() {
    int equals = key.choice().indexOf('=');
    return equals > 0
        ? List.of(
            new Condition(key.choice().substring(0, equals), key.choice().substring(equals + 1)))
        : List.of();
  }

  /** A key may also stand behind the name of a variable that no template knows. */
  @Override
  public Map<String, CharBuffer> read(PastedText text) {
    return Stream.concat(Stream.of(text.whole()), text.variables().values().stream())
        .map(candidate -> read(candidate, text))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private Map<String, CharBuffer> read(CharBuffer candidate, PastedText text) {
    // Of a long text, such as a file with certificates, both ends tell what it is.
    CharBuffer seen = text.ends(candidate, BoundedRegex.MAX_INPUT);
    if (!pattern.matches(seen)) {
      return Map.of();
    }
    Map<String, CharBuffer> found = new LinkedHashMap<>();
    if (seen.length() == candidate.length()) {
      pattern
          .groups(seen)
          .forEach((name, range) -> {
            CharBuffer part = seen.subSequence(range.start(), range.end());
            found.put(name, key.pattern().contains("://") ? text.decoded(part) : part);
          });
    }
    if (found.isEmpty()) {
      found.put(key.field(), candidate);
    }
    return found;
  }

  /** How many characters at the start of the pattern stand for themselves. */
  int spelledOut() {
    String text = key.pattern().replaceFirst("^\\^?(?:\\(\\?[a-zA-Z]+\\))?\\^?(?:\\\\s\\*)?", "");
    int end = 0;
    while (end < text.length() && "[](){}|\\.*+?$".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
