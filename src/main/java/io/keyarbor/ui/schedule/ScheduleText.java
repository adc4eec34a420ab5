package io.keyarbor.ui.schedule;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.TimeText;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.TestSchedule.InForce;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Schedules in words. */
public final class ScheduleText {
  private static final int DAY = 24;

  private ScheduleText() {}

  /** {@code every 6 hours}, {@code every day}, {@code every 10 days}. */
  static String every(int hours) {
    return hours % DAY == 0
        ? count(hours / DAY, "every day", "every {0} days")
        : count(hours, "every hour", "every {0} hours");
  }

  /** What a schedule comes to: {@code every day}, or {@code never}. */
  static String of(TestSchedule schedule) {
    return schedule instanceof TestSchedule.Every every ? every(every.hours()) : tr("never");
  }

  /**
   * What holds for a credential and when it is tested next; empty if nobody set anything.
   *
   * @param next past if it is due
   */
  public static String of(InForce inForce, Optional<Instant> next, Clock clock) {
    if (next.isEmpty()) {
      return "";
    }
    String when =
        next.get().isAfter(clock.instant())
            ? TimeText.full(next.get(), clock.getZone())
            : tr("in a moment");
    String often = of(inForce.schedule());
    return inForce
        .from()
        .map(group -> tr("{0}, as “{1}” says; next {2}", often, group.name(), when))
        .orElseGet(() -> tr("{0}; next {1}", often, when));
  }
}
