package io.keyarbor.ui.list;

import io.keyarbor.ui.list.Filters.Filter;
import io.keyarbor.ui.list.Filters.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person types into the search: words, each of which must occur somewhere, and filters such
 * as {@code tag:prod}, {@code -status:connected} or {@code expires:<30d}. Quotation marks keep what
 * they enclose together. A filter without a value is still being typed and asks for nothing.
 */
final class Query {
  private static final Pattern PART =
      Pattern.compile("(-?)([a-z]+):(?:\"([^\"]*)\"?|(\\S*))|\"([^\"]*)\"?|(\\S+)");

  private final List<String> words = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();
  private Optional<String> fault = Optional.empty();

  private Query() {}

  /** Reads a text; what cannot be read is told by {@link #fault}. */
  static Query parse(String text) {
    Query query = new Query();
    Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
    while (part.find()) {
      query.take(part);
    }
    return query;
  }

  private void take(Matcher part) {
    String key = part.group(2);
    if (key != null && Filters.isKey(key)) {
      String value = part.group(3) == null ? part.group(4) : part.group(3);
      try {
        Filters.of(key, value.strip())
            .map(filter -> part.group(1).isEmpty() ? filter : filter.not())
            .ifPresent(filters::add);
      } catch (Filters.Unreadable e) {
        fault = Optional.of(e.getMessage());
      }
    } else if (part.group(5) != null) {
      word(part.group(5));
    } else {
      word(part.group().replace("\"", ""));
    }
  }

  private void word(String word) {
    if (!word.isBlank()) {
      words.add(word);
    }
  }

  /** What is wrong with it, and what can be written instead; empty if nothing. */
  Optional<String> fault() {
    return fault;
  }

  /** Whether it asks for nothing. */
  boolean isEmpty() {
    return words.isEmpty() && filters.isEmpty() && fault.isEmpty();
  }

  /** Whether what more text finds was found by this one too. */
  boolean isNarrowedBy(String before, String after) {
    return filters.isEmpty()
        && fault.isEmpty()
        && after.startsWith(before)
        && before.indexOf('"') < 0
        && after.indexOf(':', before.stripTrailing().lastIndexOf(' ') + 1) < 0;
  }

  /** Whether an entry is found. */
  boolean matches(Entry entry, Scope scope) {
    if (fault.isPresent()) {
      return false;
    }
    for (String word : words) {
      if (!entry.haystack().contains(word)) {
        return false;
      }
    }
    for (Filter filter : filters) {
      if (!filter.holds(entry, scope)) {
        return false;
      }
    }
    return true;
  }
}
