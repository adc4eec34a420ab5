package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Moments in as few words as a table column has room for, and in full. */
public final class TimeText {
  private TimeText() {}

  /** Of a moment in the past, {@code now}, {@code 5 min}, {@code 2 h}, {@code 3 d}. */
  public static String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return tr("now");
    } else if (age.toHours() < 1) {
      return tr("{0} min", age.toMinutes());
    } else if (age.toDays() < 1) {
      return tr("{0} h", age.toHours());
    }
    return tr("{0} d", age.toDays());
  }

  /** The same in a sentence: {@code just now}, {@code 5 min ago}. */
  public static String agoInWords(Instant then, Instant now) {
    return Duration.between(then, now).toMinutes() < 1
        ? tr("just now")
        : tr("{0} ago", ago(then, now));
  }

  /** Of a last day, {@code in 12 d}, {@code today}, {@code expired}; a dash for none. */
  public static String until(Optional<LocalDate> day, LocalDate today) {
    return day.map(
            d -> {
              long days = ChronoUnit.DAYS.between(today, d);
              return days < 0 ? tr("expired") : days == 0 ? tr("today") : tr("in {0} d", days);
            })
        .orElse("–");
  }

  /** A day in full. */
  public static String full(LocalDate day) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
  }

  /** A moment in full, where the person is. */
  public static String full(Instant moment, ZoneId zone) {
    return moment
        .atZone(zone)
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
  }
}
