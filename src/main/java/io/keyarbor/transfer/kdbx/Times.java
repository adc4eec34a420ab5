package io.keyarbor.transfer.kdbx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;

/** Times as KDBX writes them: ISO 8601 in version 3, seconds since the year 1 in version 4. */
final class Times {
  private static final long YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private Times() {}

  /** The day on which that time lies in {@code zone}; empty if it is no time. */
  static Optional<LocalDate> day(String text, ZoneId zone) {
    try {
      return Optional.of(instant(text.strip()).atZone(zone).toLocalDate());
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text) {
    if (text.contains(":")) {
      return Instant.parse(text);
    }
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length != Long.BYTES) {
      throw new IllegalArgumentException("no time");
    }
    return Instant.ofEpochSecond(Math.addExact(LittleEndian.buffer(bytes).getLong(), YEAR_ONE));
  }

  /** The last second of {@code day} in {@code zone}, as version 4 has it. */
  static String endOf(LocalDate day, ZoneId zone) {
    return of(day.atTime(END_OF_DAY).atZone(zone).toInstant());
  }

  static String of(Instant time) {
    return Base64.getEncoder()
        .encodeToString(LittleEndian.ofLong(time.getEpochSecond() - YEAR_ONE));
  }
}
