package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import java.io.PrintStream;
import java.util.List;

/**
 * Columns as wide as their widest value, two spaces between them, headings first. What would move
 * the cursor or change what is seen, such as a line break or an escape sequence in a name, is
 * printed as {@code ·}: a name in the vault may come from a file that somebody else wrote.
 */
final class Table {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<Cell>> rows;

  Table(List<String> headings, List<List<Cell>> rows) {
    this.headings = headings;
    this.rows = rows.stream().map(Table::harmless).toList();
  }

  private static List<Cell> harmless(List<Cell> row) {
    return row.stream().map(cell -> new Cell(Printable.of(cell.text()), cell.tone())).toList();
  }

  void print(PrintStream to, boolean coloured) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Printable.width(headings.get(i));
      for (List<Cell> row : rows) {
        widths[i] = Math.max(widths[i], Printable.width(row.get(i).text()));
      }
    }
    line(
        to,
        widths,
        headings.stream().map(text -> new Cell(text, Output.Tone.FAINT)).toList(),
        coloured);
    rows.forEach(row -> line(to, widths, row, coloured));
  }

  private static void line(PrintStream to, int[] widths, List<Cell> cells, boolean coloured) {
    StringBuilder line = new StringBuilder();
    int missing = 0;
    for (int i = 0; i < widths.length; i++) {
      Cell cell = cells.get(i);
      if (!cell.text().isEmpty()) {
        line.repeat(' ', missing).append(coloured ? cell.tone().of(cell.text()) : cell.text());
        missing = 0;
      }
      missing += widths[i] - Printable.width(cell.text()) + GAP.length();
    }
    to.println(line);
  }
}
