package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long something still works, in days. */
final class DaysLeft {
  private DaysLeft() {}

  /** {@code past}, {@code today}, {@code tomorrow}, {@code 12 days left}. */
  static String words(Instant end, Clock clock) {
    if (!end.isAfter(clock.instant())) {
      return tr("past");
    }
    long days =
        ChronoUnit.DAYS.between(LocalDate.now(clock), LocalDate.ofInstant(end, clock.getZone()));
    return days == 0
        ? tr("today")
        : days == 1 ? tr("tomorrow") : count(days, "{0} day left", "{0} days left");
  }
}
