package io.keyarbor.ui.calendar;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.Entry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A line of the agenda. Plain Java. */
sealed interface AgendaLine {
  /** What the lines below have in common. */
  record Heading(String text) implements AgendaLine {}

  /** A credential that expires. */
  record Item(Entry entry) implements AgendaLine {}

  /**
   * What is overdue, then what is ahead, by months.
   *
   * @param title of a month
   */
  static List<AgendaLine> of(ExpiryCalendar calendar, Function<YearMonth, String> title) {
    List<AgendaLine> lines = new ArrayList<>();
    if (!calendar.overdue().isEmpty()) {
      lines.add(new Heading(tr("Overdue")));
      calendar.overdue().forEach(entry -> lines.add(new Item(entry)));
    }
    Optional<YearMonth> last = Optional.empty();
    for (Entry entry : calendar.ahead()) {
      Optional<YearMonth> month = entry.expires().map(YearMonth::from);
      if (!month.equals(last)) {
        month.map(title).ifPresent(text -> lines.add(new Heading(text)));
        last = month;
      }
      lines.add(new Item(entry));
    }
    return lines;
  }
}
