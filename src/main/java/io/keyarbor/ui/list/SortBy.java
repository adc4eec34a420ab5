package io.keyarbor.ui.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** By which column the list is sorted; equal ones by name. */
public enum SortBy {
  NAME,
  SUMMARY,
  STATUS,
  TESTED,
  EXPIRES;

  Comparator<Entry> order(boolean descending) {
    Comparator<Entry> first = descending ? order().reversed() : order();
    return first.thenComparing(Entry::sortName).thenComparing(e -> e.id().value());
  }

  private Comparator<Entry> order() {
    return switch (this) {
      case NAME -> Comparator.comparing(Entry::sortName);
      case SUMMARY -> Comparator.comparing(Entry::summary, String.CASE_INSENSITIVE_ORDER);
      case STATUS -> Comparator.comparing(Entry::standing);
      case TESTED -> Comparator.comparing(e -> e.tested().orElse(Instant.MIN));
      case EXPIRES -> Comparator.comparing(e -> e.expires().orElse(LocalDate.MAX));
    };
  }
}
