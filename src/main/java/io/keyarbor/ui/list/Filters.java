package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filters of a search. Their words are the same in all languages, as they are kept. */
final class Filters {
  private static final Set<String> KEYS =
      Set.of("tag", "service", "group", "host", "status", "expires");

  private static final Map<String, Standing> STATUS =
      Map.of(
          "failing", Standing.FAILING,
          "undecided", Standing.UNDECIDED,
          "never", Standing.NEVER_TESTED,
          "limited", Standing.LIMITED,
          "connected", Standing.CONNECTED);

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "", ChronoUnit.DAYS,
          "d", ChronoUnit.DAYS,
          "w", ChronoUnit.WEEKS,
          "m", ChronoUnit.MONTHS,
          "y", ChronoUnit.YEARS);

  private static final Pattern SPAN = Pattern.compile("([<>]?)=?(\\d{1,4})([dwmy]?)");
  private static final Pattern DAY = Pattern.compile("([<>]?)=?(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern UNFINISHED = Pattern.compile("[<>]?=?(\\d{4}-[\\d-]{0,4})?");

  private Filters() {}

  /** What an entry is looked at with. */
  record Scope(LocalDate today, GroupPaths groups) {}

  /** Whether an entry is wanted. */
  interface Filter {
    boolean holds(Entry entry, Scope scope);

    default Filter not() {
      return (entry, scope) -> !holds(entry, scope);
    }
  }

  /** A value that a filter does not know; the message says which ones it does. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  static boolean isKey(String key) {
    return KEYS.contains(key);
  }

  /**
   * The filter of that name.
   *
   * @param value in lower case; what stands between commas is wanted one or the other
   * @return empty if the value is still being typed
   */
  static Optional<Filter> of(String key, String value) throws Unreadable {
    List<String> any =
        Arrays.stream(value.split(",", -1)).map(String::strip).filter(v -> !v.isEmpty()).toList();
    if (any.isEmpty()) {
      return Optional.empty();
    }
    return switch (key) {
      case "tag" -> anyOf(any, Filters::hasTag);
      case "service" -> anyOf(any, (e, v) -> e.serviceText().contains(v));
      case "host" -> anyOf(any, (e, v) -> e.hostText().contains(v));
      case "group" ->
          Optional.of((e, scope) -> {
            String path =
                scope.groups().of(e.credential().details().group()).toLowerCase(Locale.ROOT);
            return any.stream().anyMatch(path::contains);
          });
      case "status" -> Optional.of(status(any));
      default -> expires(value);
    };
  }

  private static Optional<Filter> anyOf(List<String> any, BiPredicate<Entry, String> holds) {
    return Optional.of((entry, scope) -> {
      for (String value : any) {
        if (holds.test(entry, value)) {
          return true;
        }
      }
      return false;
    });
  }

  private static boolean hasTag(Entry entry, String value) {
    for (String tag : entry.credential().details().tags()) {
      if (tag.toLowerCase(Locale.ROOT).contains(value)) {
        return true;
      }
    }
    return false;
  }

  /** A word that is begun stands for all that begin so. */
  private static Filter status(List<String> any) throws Unreadable {
    Set<Standing> wanted = EnumSet.noneOf(Standing.class);
    for (String value : any) {
      Set<Standing> meant = EnumSet.noneOf(Standing.class);
      STATUS.forEach((word, standing) -> {
        if (word.startsWith(value)) {
          meant.add(standing);
        }
      });
      if (meant.isEmpty()) {
        throw new Unreadable(
            tr(
                "There is no status “{0}”. Write failing, undecided, never, limited or connected.",
                value));
      }
      wanted.addAll(meant);
    }
    return (entry, scope) -> wanted.contains(entry.standing());
  }

  private static Optional<Filter> expires(String value) throws Unreadable {
    Matcher span = SPAN.matcher(value);
    if (span.matches()) {
      int number = Integer.parseInt(span.group(2));
      ChronoUnit unit = UNITS.get(span.group(3));
      boolean later = span.group(1).equals(">");
      return Optional.of((e, scope) -> ends(e, scope.today().plus(number, unit), later));
    }
    Matcher day = DAY.matcher(value);
    if (day.matches()) {
      LocalDate then = date(value, day.group(2));
      boolean later = day.group(1).equals(">");
      return Optional.of((e, scope) -> ends(e, then, later));
    }
    if (UNFINISHED.matcher(value).matches()) {
      return Optional.empty();
    }
    if ("never".startsWith(value)) {
      return Optional.of((e, scope) -> e.expires().isEmpty());
    }
    if ("expired".startsWith(value)) {
      return Optional.of((e, scope) -> ends(e, scope.today().minusDays(1), false));
    }
    throw unreadable(value);
  }

  /** Whether it ends on that day or before; or after it. */
  private static boolean ends(Entry entry, LocalDate day, boolean later) {
    return entry.expires().filter(last -> last.isAfter(day) == later).isPresent();
  }

  private static LocalDate date(String value, String day) throws Unreadable {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw unreadable(value);
    }
  }

  private static Unreadable unreadable(String value) {
    return new Unreadable(
        tr(
            "“{0}” is no time. Write expires:<30d (or w, m, y), expires:>2027-12-31, expires:never or"
                + " expires:expired.",
            value));
  }
}
