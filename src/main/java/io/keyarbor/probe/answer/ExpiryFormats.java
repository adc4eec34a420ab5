package io.keyarbor.probe.answer;

import io.keyarbor.probe.Expiry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The ways in which services write when something ends. */
final class ExpiryFormats {
  private ExpiryFormats() {}

  /** Unknown if {@code text} does not fit; an empty format stands for whichever fits. */
  static Expiry read(String text, String format) {
    if (List.of("never", "0").contains(text.toLowerCase(Locale.ROOT))) {
      return new Expiry.Never();
    }
    List<String> formats =
        format.isEmpty()
            ? List.of(text.matches("\\d{12,}") ? "epoch_ms" : "epoch", "iso", "date", "http")
            : List.of(format);
    for (String candidate : formats) {
      try {
        return new Expiry.At(instant(text, candidate));
      } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
        // The next format, or none.
      }
    }
    return new Expiry.Unknown();
  }

  private static Instant instant(String text, String format) {
    return switch (format) {
      case "epoch" -> Instant.ofEpochSecond(whole(text));
      case "epoch_ms" -> Instant.ofEpochMilli(whole(text));
      // The day on which it ends counts as over: a warning too early is better than one too late.
      case "date" -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      case "http" -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      case "iso" -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso(text), Instant::from);
      default -> throw new DateTimeException("unknown format");
    };
  }

  private static long whole(String text) {
    int point = text.indexOf('.');
    return Long.parseLong(point < 0 ? text : text.substring(0, point));
  }

  /** As the standard has it: some write {@code 2027-01-31 08:00:00 UTC} or {@code +0000}. */
  private static String iso(String text) {
    return text.replaceFirst("^(\\S{10}) (?=\\d)", "$1T")
        .replaceFirst(" ?(UTC|GMT)$", "Z")
        .replaceFirst(" ?([+-]\\d\\d):?(\\d\\d)$", "$1:$2")
        .replaceFirst("^(\\S{10}T[\\d:.]+)$", "$1Z");
  }
}
