package io.keyarbor.ui.calendar;

import io.keyarbor.ui.help.KeyMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/**
 * The days of a month. One day is chosen; arrows move by days and weeks, Page Up and Page Down by
 * months, with Shift by years, Home goes to today.
 */
final class MonthGrid extends GridPane {
  private static final int COLUMNS = 7;

  private final ExpiryCalendar calendar;
  private final Consumer<LocalDate> chose;
  private final List<DayCell> cells = new ArrayList<>();
  private LocalDate chosen;

  /**
   * Shows today's month.
   *
   * @param chose called when another day is chosen
   * @param opened called when a day is clicked or Enter is pressed on it
   */
  MonthGrid(ExpiryCalendar calendar, Consumer<LocalDate> chose, Consumer<LocalDate> opened) {
    this.calendar = calendar;
    this.chose = chose;
    chosen = calendar.today();
    setId("month");
    getStyleClass().add("month");
    head();
    for (int i = 0; i < ExpiryCalendar.WEEKS * COLUMNS; i++) {
      DayCell cell = new DayCell();
      cell.setOnAction(event -> {
        choose(cell.day());
        opened.accept(chosen);
      });
      cells.add(cell);
      add(cell, i % COLUMNS, 1 + i / COLUMNS);
    }
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    KeyMap.note(this, "Left", "Right", "Up", "Down", "Page_Up", "Page_Down", "Home");
    KeyMap.note(this, "Shift+Page_Up", "Shift+Page_Down", "Enter", "Space");
    show();
  }

  private void head() {
    Locale locale = Locale.getDefault(Locale.Category.FORMAT);
    RowConstraints names = new RowConstraints();
    getRowConstraints().add(names);
    for (int i = 0; i < ExpiryCalendar.WEEKS; i++) {
      RowConstraints week = new RowConstraints();
      week.setPercentHeight(100.0 / (ExpiryCalendar.WEEKS + 0.4));
      week.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(week);
    }
    for (DayOfWeek day : calendar.weekdays()) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setHalignment(HPos.LEFT);
      getColumnConstraints().add(column);
      Label name = new Label(day.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
      name.getStyleClass().add("weekday");
      add(name, getColumnConstraints().size() - 1, 0);
    }
  }

  /** The month that is shown. */
  YearMonth month() {
    return YearMonth.from(chosen);
  }

  /** Chooses a day and shows its month. */
  void choose(LocalDate day) {
    if (!day.equals(chosen)) {
      chosen = day;
      show();
      chose.accept(day);
    }
  }

  /** Puts the focus on the chosen day. */
  void begin() {
    cells.stream().filter(c -> c.day().equals(chosen)).forEach(DayCell::requestFocus);
  }

  private void show() {
    List<LocalDate> days = calendar.days(month());
    for (int i = 0; i < cells.size(); i++) {
      LocalDate day = days.get(i);
      boolean outside = !YearMonth.from(day).equals(month());
      cells.get(i).show(day, outside, day.equals(chosen), calendar);
    }
  }

  private void pressed(KeyEvent event) {
    LocalDate next = moved(chosen, event.getCode(), event.isShiftDown());
    if (next != null && !event.isShortcutDown() && !event.isAltDown()) {
      event.consume();
      choose(next);
      begin();
    }
  }

  /** Where a key leads from a day; null for other keys. */
  private LocalDate moved(LocalDate from, KeyCode key, boolean shift) {
    return switch (key) {
      case LEFT -> from.minusDays(1);
      case RIGHT -> from.plusDays(1);
      case UP -> from.minusWeeks(1);
      case DOWN -> from.plusWeeks(1);
      case PAGE_UP -> shift ? from.minusYears(1) : from.minusMonths(1);
      case PAGE_DOWN -> shift ? from.plusYears(1) : from.plusMonths(1);
      case HOME -> calendar.today();
      default -> null;
    };
  }
}
