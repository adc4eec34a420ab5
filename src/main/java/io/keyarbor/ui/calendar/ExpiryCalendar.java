package io.keyarbor.ui.calendar;

import io.keyarbor.ui.list.Entry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which credentials expire when. The last day on which a secret works is the day that counts, so
 * what expires today is not overdue. Plain Java, immutable.
 */
final class ExpiryCalendar {
  /** Weeks that a month is shown in, so that its grid never changes its height. */
  static final int WEEKS = 6;

  /** Months of the overview. */
  static final int AHEAD = 12;

  private static final int DAYS = 7;

  private final NavigableMap<LocalDate, List<Entry>> byDay = new TreeMap<>();
  private final LocalDate today;
  private final DayOfWeek firstDay;

  /** A month of the overview, and how many expire in it. */
  record Load(YearMonth month, int count) {}

  /**
   * Of those entries that expire at all.
   *
   * @param locale says with which day a week starts
   */
  ExpiryCalendar(Collection<Entry> entries, LocalDate today, Locale locale) {
    this.today = today;
    firstDay = week(locale).getFirstDayOfWeek();
    entries.stream()
        .sorted(Comparator.comparing(Entry::place))
        .forEach(entry ->
            entry
                .expires()
                .ifPresent(day -> byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(entry)));
  }

  /** Weeks start as they do in a country; where only a language is known, as ISO 8601 says. */
  private static WeekFields week(Locale locale) {
    return locale.getCountry().isEmpty() ? WeekFields.ISO : WeekFields.of(locale);
  }

  LocalDate today() {
    return today;
  }

  /** Whether nothing expires ever. */
  boolean isEmpty() {
    return byDay.isEmpty();
  }

  /** Those whose last day that is, by name. */
  List<Entry> on(LocalDate day) {
    return byDay.getOrDefault(day, List.of());
  }

  /** Those whose last day is over, the longest first. */
  List<Entry> overdue() {
    return flat(byDay.headMap(today, false));
  }

  /** Those that still work but will not for ever, the nearest first. */
  List<Entry> ahead() {
    return flat(byDay.tailMap(today, true));
  }

  private static List<Entry> flat(NavigableMap<LocalDate, List<Entry>> days) {
    return days.values().stream().flatMap(List::stream).toList();
  }

  /** The seven days of a week, the first one first. */
  List<DayOfWeek> weekdays() {
    return IntStream.range(0, DAYS).mapToObj(firstDay::plus).toList();
  }

  /** The days shown for a month: whole weeks, so with the end of the one before, and the next. */
  List<LocalDate> days(YearMonth month) {
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(firstDay));
    return Stream.iterate(first, day -> day.plusDays(1)).limit((long) WEEKS * DAYS).toList();
  }

  /** This month and the eleven after it. */
  List<Load> overview() {
    YearMonth start = YearMonth.from(today);
    return IntStream.range(0, AHEAD)
        .mapToObj(start::plusMonths)
        .map(month -> new Load(month, in(month)))
        .toList();
  }

  /** How many have their last day in that month. */
  int in(YearMonth month) {
    return byDay.subMap(month.atDay(1), true, month.atEndOfMonth(), true).values().stream()
        .mapToInt(List::size)
        .sum();
  }
}
