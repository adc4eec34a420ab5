package io.keyarbor.ui.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which days a month shows, what lies on them, and what is overdue. */
class ExpiryCalendarTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final List<Credential> all = new ArrayList<>();

  private ExpiryCalendarTest expiring(String name, LocalDate... days) {
    Optional<LocalDate> day = days.length == 0 ? Optional.empty() : Optional.of(days[0]);
    Details details =
        new Details(
            name,
            "github",
            Optional.empty(),
            Map.of(),
            Set.of(),
            false,
            "",
            day,
            new TlsTrust.SystemTrust());
    all.add(
        new Credential(
            CredentialId.random(),
            details,
            1,
            1,
            Set.of(),
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty()));
    return this;
  }

  private ExpiryCalendar calendar(Locale locale) {
    CredentialListModel list = new CredentialListModel(JsonCatalogue.bundled(), Clock.systemUTC());
    list.load(all, List.of(), List.of(), 0);
    return new ExpiryCalendar(list.all(), TODAY, locale);
  }

  private static List<String> names(List<Entry> entries) {
    return entries.stream().map(e -> e.credential().details().name()).toList();
  }

  @Test
  void theLastDayStillCountsAsGoodAndTheDayAfterIsOverdue() {
    expiring("B", TODAY).expiring("a", TODAY).expiring("Never");
    expiring("Late", TODAY.minusDays(1)).expiring("Later", TODAY.minusYears(2));
    ExpiryCalendar calendar = calendar(Locale.GERMANY);
    assertEquals(List.of("a", "B"), names(calendar.on(TODAY)));
    assertEquals(List.of("Later", "Late"), names(calendar.overdue()));
    assertEquals(List.of("a", "B"), names(calendar.ahead()));
    assertEquals(List.of(), calendar.on(TODAY.plusDays(1)));
    assertTrue(new ExpiryCalendar(List.of(), TODAY, Locale.GERMANY).isEmpty());
  }

  @Test
  void aWeekStartsWhereThePersonIsUsedToIt() {
    YearMonth month = YearMonth.of(2026, 11);
    assertEquals(DayOfWeek.MONDAY, calendar(Locale.GERMANY).weekdays().getFirst());
    assertEquals(LocalDate.of(2026, 10, 26), calendar(Locale.GERMANY).days(month).getFirst());
    assertEquals(DayOfWeek.SUNDAY, calendar(Locale.US).weekdays().getFirst());
    assertEquals(LocalDate.of(2026, 11, 1), calendar(Locale.US).days(month).getFirst());
    assertEquals(DayOfWeek.MONDAY, calendar(Locale.GERMAN).weekdays().getFirst());
    Locale egypt = Locale.of("ar", "EG");
    assertEquals(DayOfWeek.SATURDAY, calendar(egypt).weekdays().getFirst());
    assertEquals(LocalDate.of(2026, 10, 31), calendar(egypt).days(month).getFirst());
  }

  @Test
  void theLeapDayIsThereWhenThereIsOne() {
    LocalDate leap = LocalDate.of(2028, 2, 29);
    expiring("Leap", leap);
    ExpiryCalendar calendar = calendar(Locale.GERMANY);
    assertTrue(calendar.days(YearMonth.of(2028, 2)).contains(leap));
    assertEquals(1, calendar.in(YearMonth.of(2028, 2)));
    assertEquals(0, calendar.in(YearMonth.of(2028, 3)));
    List<LocalDate> usual = calendar.days(YearMonth.of(2026, 2));
    assertTrue(usual.contains(LocalDate.of(2026, 2, 28)));
    assertEquals(
        usual.indexOf(LocalDate.of(2026, 2, 28)) + 1, usual.indexOf(LocalDate.of(2026, 3, 1)));
  }

  @Test
  void theOverviewGoesOverTheYearsEndAndEndsBeforeTheSameMonthOfTheNext() {
    expiring("November", LocalDate.of(2026, 11, 1))
        .expiring("December", LocalDate.of(2026, 12, 31));
    expiring("January", LocalDate.of(2027, 1, 1)).expiring("Too far", LocalDate.of(2027, 11, 1));
    List<ExpiryCalendar.Load> overview = calendar(Locale.US).overview();
    assertEquals(ExpiryCalendar.AHEAD, overview.size());
    assertEquals(YearMonth.of(2027, 10), overview.getLast().month());
    assertEquals(
        List.of(1, 1, 1), overview.stream().limit(3).map(ExpiryCalendar.Load::count).toList());
    assertEquals(3, overview.stream().mapToInt(ExpiryCalendar.Load::count).sum());
  }

  @Test
  void theAgendaHasTheOverdueFirstAndThenAHeadingForEachMonth() {
    expiring("Late", TODAY.minusDays(3)).expiring("Soon", TODAY.plusDays(2));
    expiring("Soon too", TODAY.plusDays(9)).expiring("Far", LocalDate.of(2031, 1, 5));
    List<String> shown =
        AgendaLine.of(calendar(Locale.US), YearMonth::toString).stream()
            .map(line ->
                switch (line) {
                  case AgendaLine.Heading(String text) -> text;
                  case AgendaLine.Item(Entry entry) -> entry.credential().details().name();
                })
            .toList();
    assertEquals(
        List.of("Overdue", "Late", "2026-11", "Soon", "Soon too", "2031-01", "Far"), shown);
  }

  @Property(tries = 500)
  void aMonthIsShownWholeInWeeksWithoutGap(
      @ForAll @IntRange(min = 1970, max = 2200) int year,
      @ForAll @IntRange(min = 1, max = 12) int number,
      @ForAll @IntRange(min = 0, max = 2) int where) {
    Locale locale = List.of(Locale.US, Locale.GERMANY, Locale.of("ar", "EG")).get(where);
    YearMonth month = YearMonth.of(year, number);
    ExpiryCalendar calendar = new ExpiryCalendar(List.of(), TODAY, locale);
    List<LocalDate> days = calendar.days(month);
    assertEquals(42, new HashSet<>(days).size());
    assertEquals(days.getFirst().plusDays(41), days.getLast());
    assertEquals(calendar.weekdays().getFirst(), days.getFirst().getDayOfWeek());
    assertTrue(days.indexOf(month.atDay(1)) < 7);
    assertTrue(days.contains(month.atEndOfMonth()));
  }
}
