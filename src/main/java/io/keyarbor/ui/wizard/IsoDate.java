package io.keyarbor.ui.wizard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import javafx.util.StringConverter;

/** Days as {@code 2027-03-01}, which nobody reads as the third of January. */
final class IsoDate extends StringConverter<LocalDate> {
  private final Supplier<LocalDate> before;

  /**
   * A converter.
   *
   * @param before the date that stays when what is typed is none
   */
  IsoDate(Supplier<LocalDate> before) {
    this.before = before;
  }

  @Override
  public String toString(LocalDate date) {
    return date == null ? "" : date.toString();
  }

  @Override
  public LocalDate fromString(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException noDate) {
      return before.get();
    }
  }
}
