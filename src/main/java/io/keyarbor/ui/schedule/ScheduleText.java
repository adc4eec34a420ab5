package io.keyarbor.ui.schedule;

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
    return hours % DAY == 0 ? counted(hours / DAY, "day") : counted(hours, "hour");
  }

  private static String counted(int number, String unit) {
    return "every " + (number == 1 ? unit : number + " " + unit + "s");
  }

  /** What a schedule comes to: {@code every day}, or {@code never}. */
  static String of(TestSchedule schedule) {
    return schedule instanceof TestSchedule.Every every ? every(every.hours()) : "never";
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
    String who = inForce.from().map(group -> ", as “" + group.name() + "” says").orElse("");
    String when =
        next.get().isAfter(clock.instant())
            ? TimeText.full(next.get(), clock.getZone())
            : "in a moment";
    return of(inForce.schedule()) + who + "; next " + when;
  }
}
