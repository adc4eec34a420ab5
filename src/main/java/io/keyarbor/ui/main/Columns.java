package io.keyarbor.ui.main;

import io.keyarbor.ui.list.Column;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns the list shows: of those that the person wants, as many as there is room for. All
 * but the name have their width, and the name takes what is left. Plain Java; widths are in em.
 */
final class Columns {
  /** The name has this at least before another column is shown. */
  private static final double NAME = 17;

  /** The button that tests. */
  static final double BUTTON = 3.4;

  /** A verdict without words. */
  static final double SIGN = 3.8;

  /** So much is left to the name alone before the account gets more room as well. */
  private static final double SPACIOUS = 8.6;

  private static final Map<Column, Double> WIDTHS =
      new EnumMap<>(
          Map.of(
              Column.STATUS, 11.0,
              Column.GROUP, 9.2,
              Column.TAGS, 9.2,
              Column.SERVICE, 8.5,
              Column.CREATED, 8.5,
              Column.CHANGED, 8.5,
              Column.TESTED, 5.3,
              Column.EXPIRES, 5.8,
              Column.SUMMARY, 9.8));

  /** What was asked for comes before what is there anyway. */
  private static final List<Column> ORDER =
      List.of(
          Column.STATUS,
          Column.GROUP,
          Column.TAGS,
          Column.SERVICE,
          Column.CREATED,
          Column.CHANGED,
          Column.TESTED,
          Column.EXPIRES,
          Column.SUMMARY);

  private Columns() {}

  /** Those that can be left out. */
  static List<Column> optional() {
    return Arrays.stream(Column.values()).filter(column -> column != Column.NAME).toList();
  }

  /**
   * Whether there is no room for the words of a verdict, so that its sign takes the place of the
   * button that tests.
   *
   * @param hidden keys of the columns that the person does not want
   * @param room width of the table
   */
  static boolean isBrief(Set<String> hidden, double room) {
    return room > 0
        && !hidden.contains(Column.STATUS.key())
        && !shown(hidden, room).contains(Column.STATUS);
  }

  /** How wide a column is; not the name. */
  static double width(Column column) {
    return WIDTHS.get(column);
  }

  /**
   * Those that are shown.
   *
   * @param hidden keys of those that the person does not want; the name is shown all the same
   * @param room width of the table
   */
  static Set<Column> shown(Set<String> hidden, double room) {
    Set<Column> shown = EnumSet.of(Column.NAME);
    for (Column column : ORDER) {
      if (!hidden.contains(column.key()) && used(shown) + width(column) <= room) {
        shown.add(column);
      }
    }
    return shown;
  }

  /** What the account gets beside its width of the room that a wide table has to spare. */
  static double spare(Set<Column> shown, double room) {
    return Math.max(0, (room - used(shown) - SPACIOUS) / 2);
  }

  private static double used(Set<Column> shown) {
    return NAME
        + BUTTON
        + shown.stream().filter(c -> c != Column.NAME).mapToDouble(Columns::width).sum();
  }
}
