package io.keyarbor.ui.calendar;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.Entry;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A day of the month view: its number, and the names of what expires on it as far as they fit. */
final class DayCell extends Button {
  private static final int NAMES = 2;
  private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
  private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
  private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Label number = new Label();
  private final VBox lines = new VBox(number);
  private LocalDate day = LocalDate.EPOCH;

  DayCell() {
    getStyleClass().setAll("day");
    number.getStyleClass().add("day-number");
    lines.setAlignment(Pos.TOP_LEFT);
    setGraphic(lines);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setMinSize(0, 0);
    setPrefSize(0, 0);
    lines.prefWidthProperty().bind(widthProperty().subtract(12));
  }

  /** The day that it shows. */
  LocalDate day() {
    return day;
  }

  /** Shows {@code next}. */
  void show(LocalDate next, boolean outside, boolean chosen, ExpiryCalendar calendar) {
    day = next;
    List<Entry> due = calendar.on(day);
    number.setText(String.valueOf(day.getDayOfMonth()));
    lines.getChildren().setAll(number);
    int shown = due.size() > NAMES ? NAMES - 1 : due.size();
    due.stream().limit(shown).forEach(e -> line(e.credential().details().name(), "day-due"));
    if (due.size() > shown) {
      line(count(due.size() - shown, "{0} more", "{0} more"), "day-more");
    }
    pseudoClassStateChanged(OUTSIDE, outside);
    pseudoClassStateChanged(TODAY, day.equals(calendar.today()));
    pseudoClassStateChanged(OVERDUE, day.isBefore(calendar.today()));
    pseudoClassStateChanged(CHOSEN, chosen);
    setFocusTraversable(chosen);
    setTooltip(due.isEmpty() ? null : new Tooltip(names(due, "\n")));
    String date = day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL));
    setAccessibleText(due.isEmpty() ? date : tr("{0}: {1}", date, names(due, ", ")));
  }

  private void line(String text, String style) {
    Label line = new Label(text);
    line.getStyleClass().addAll(style, "elides");
    line.setMaxWidth(Double.MAX_VALUE);
    lines.getChildren().add(line);
  }

  private static String names(List<Entry> entries, String between) {
    return entries.stream()
        .limit(12)
        .map(e -> e.credential().details().name())
        .collect(Collectors.joining(between));
  }
}
