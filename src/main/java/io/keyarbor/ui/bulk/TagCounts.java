package io.keyarbor.ui.bulk;

import io.keyarbor.language.NameOrder;
import io.keyarbor.ui.list.Entry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tags of what is chosen, and those that could be added. Plain Java. */
final class TagCounts {
  private final Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  TagCounts(Collection<Entry> chosen) {
    chosen.forEach(
        e -> e.credential().details().tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
  }

  /** Each tag with how many of what is chosen have it. */
  Map<String, Integer> all() {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    NameOrder.sorted(counts.keySet()).forEach(tag -> sorted.put(tag, counts.get(tag)));
    return sorted;
  }

  /**
   * Tags in use that nothing of what is chosen has, those that begin with what is typed first.
   *
   * @param most how many at most
   */
  List<String> proposals(Collection<String> inUse, String typed, int most) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    List<String> free =
        inUse.stream()
            .filter(tag -> !counts.containsKey(tag))
            .filter(tag -> tag.toLowerCase(Locale.ROOT).contains(part))
            .toList();
    List<String> first =
        free.stream().filter(tag -> tag.toLowerCase(Locale.ROOT).startsWith(part)).toList();
    return Stream.concat(first.stream(), free.stream().filter(tag -> !first.contains(tag)))
        .limit(most)
        .toList();
  }
}
