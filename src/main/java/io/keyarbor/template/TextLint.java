package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at texts with placeholders, knowing which names there are. For one thread. */
final class TextLint {
  private final Map<String, Boolean> secrecy = new HashMap<>();
  private final List<String> found;

  /** Knows these fields; adds what is wrong to {@code found}. */
  TextLint(List<FieldSpec> fields, List<String> found) {
    this.found = found;
    fields.forEach(f -> secrecy.merge(f.name(), f.secret(), Boolean::logicalOr));
  }

  /** From now on there is that name too. */
  void add(Capture capture) {
    secrecy.put(capture.name(), capture.secret());
  }

  /** Notes something that is wrong. */
  void tell(String place, String what) {
    found.add(place + ": " + what);
  }

  /** Checks the names and filters of a text. */
  void check(String place, String text) {
    for (Placeholder placeholder : placeholders(text)) {
      if (!secrecy.containsKey(placeholder.name())) {
        tell(place, "no field or earlier capture is called " + placeholder.name());
      }
      checkFilters(place, placeholder.filters());
    }
  }

  private void checkFilters(String place, List<Filter> filters) {
    int readers = FilterKind.readers(filters);
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      FilterKind kind = FilterKind.of(filter.name()).orElse(null);
      if (kind == null) {
        tell(place, "there is no filter " + filter.name());
      } else if (!kind.takes(filter.argument())) {
        tell(place, "the filter " + filter.name() + " knows no “" + filter.argument() + "”");
      } else if (kind.reads() && i >= readers) {
        tell(place, "the filter " + filter.name() + " must come before those that encode");
      }
    }
    if (!FilterKind.disclosesPartsOnly(filters)) {
      tell(place, "public may only follow the reading of a part that is no secret");
    }
  }

  /** Checks a text that others may see: an address, a line in a list. */
  void checkPlain(String place, String text) {
    check(place, text);
    placeholders(text).stream()
        .filter(this::isSecret)
        .forEach(p -> tell(place, "the secret " + p.name() + " would be seen by others"));
  }

  /** Whether the text would hold a secret. */
  boolean isSecret(String text) {
    return placeholders(text).stream().anyMatch(this::isSecret);
  }

  private boolean isSecret(Placeholder placeholder) {
    return secrecy.getOrDefault(placeholder.name(), false)
        && !FilterKind.disclose(placeholder.filters());
  }

  private static List<Placeholder> placeholders(String text) {
    return TextTemplate.parse(text).stream()
        .filter(Placeholder.class::isInstance)
        .map(Placeholder.class::cast)
        .toList();
  }
}
