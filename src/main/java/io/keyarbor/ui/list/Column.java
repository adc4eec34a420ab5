package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a column of the list shows, and how the list is sorted by it; equal ones by name. */
public enum Column {
  NAME,
  SUMMARY,
  SERVICE,
  GROUP,
  TAGS,
  STATUS,
  TESTED,
  EXPIRES,
  CREATED,
  CHANGED;

  /** What the settings call it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that the settings call so. */
  public static Optional<Column> of(String key) {
    return Arrays.stream(values()).filter(column -> column.key().equals(key)).findFirst();
  }

  /** What a person reads above it. */
  public String title() {
    return switch (this) {
      case NAME -> tr("Name");
      case SUMMARY -> tr("Account / host");
      case SERVICE -> tr("Service");
      case GROUP -> tr("Group");
      case TAGS -> tr("Tags");
      case STATUS -> tr("Status");
      case TESTED -> tr("Tested");
      case EXPIRES -> tr("Expires");
      case CREATED -> tr("Created");
      case CHANGED -> tr("Last changed");
    };
  }

  /**
   * Sorts by it.
   *
   * @param groups says the group that an entry lies in
   * @param places of words in the order of people
   */
  Comparator<Entry> order(
      boolean descending, Function<Entry, String> groups, Function<String, NameOrder.Key> places) {
    Comparator<Entry> upwards = order(groups, places);
    Comparator<Entry> first = descending ? upwards.reversed() : upwards;
    return first.thenComparing(Entry::place).thenComparing(e -> e.id().value());
  }

  private Comparator<Entry> order(
      Function<Entry, String> groups, Function<String, NameOrder.Key> places) {
    return switch (this) {
      case NAME -> Comparator.comparing(Entry::place);
      case SUMMARY -> Comparator.comparing(places.compose(Entry::summary));
      case SERVICE -> Comparator.comparing(places.compose(Entry::serviceName));
      case GROUP -> Comparator.comparing(places.compose(groups));
      case TAGS -> Comparator.comparing(places.compose(Entry::tags));
      case STATUS -> Comparator.comparing(Entry::standing);
      case TESTED -> Comparator.comparing(e -> e.tested().orElse(Instant.MIN));
      case EXPIRES -> Comparator.comparing(e -> e.expires().orElse(LocalDate.MAX));
      case CREATED -> Comparator.comparing(e -> e.credential().created());
      case CHANGED -> Comparator.comparing(e -> e.credential().updated());
    };
  }
}
