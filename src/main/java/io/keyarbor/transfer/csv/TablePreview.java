package io.keyarbor.transfer.csv;

import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.csv.Column.Meaning;
import io.keyarbor.transfer.csv.Table.Cell;
import io.keyarbor.transfer.csv.Table.Row;
import io.keyarbor.transfer.read.FileBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The headings and the first rows of a table, for a person to say what its columns hold.
 *
 * @param headings from the left
 */
public record TablePreview(List<Heading> headings) {
  private static final int ROWS = 3;
  private static final int LONGEST = 40;
  private static final int MOST_HEADING = 200;
  private static final Set<String> OPEN_FIELDS = Set.of("url", "username");

  /**
   * One column.
   *
   * @param name what its first row says; not to be shown
   * @param shown the name, or a number where the first row may be no heading but hold secrets
   * @param target what it usually holds, as a mapping of columns names it; {@code -} for nothing
   * @param samples of the first rows; what may be a secret is masked
   */
  public record Heading(String name, String shown, String target, List<String> samples) {}

  /**
   * Looks at the start of {@code file}.
   *
   * @throws TransferException if it cannot be read
   */
  public static TablePreview of(Path file) throws TransferException {
    try (Table table = new Table(FileBytes.text(file))) {
      if (!table.hasNext()) {
        return new TablePreview(List.of());
      }
      Row first = table.next();
      List<Row> rows = new ArrayList<>();
      while (table.hasNext() && rows.size() < ROWS) {
        rows.add(table.next());
      }
      List<Heading> headings = new ArrayList<>();
      List<String> names =
          first.cells().stream().map(cell -> cut(cell, MOST_HEADING).strip()).toList();
      boolean isHeaded = names.stream().map(Column::headed).anyMatch(Column::isUsual);
      for (int i = 0; i < names.size(); i++) {
        String shown = isHeaded ? names.get(i) : "Column " + (i + 1);
        headings.add(heading(names.get(i), shown, i, rows));
      }
      return new TablePreview(List.copyOf(headings));
    }
  }

  private static Heading heading(String name, String shown, int index, List<Row> rows) {
    Column column = Column.headed(name);
    String target =
        switch (column.meaning()) {
          case FIELD -> column.field().equals(name) ? shown : column.field();
          case IGNORED -> "-";
          default -> column.meaning().name().toLowerCase(Locale.ROOT);
        };
    boolean open =
        column.is(Meaning.FIELD)
            ? OPEN_FIELDS.contains(column.field())
            : !column.is(Meaning.NOTES) && !column.is(Meaning.IGNORED);
    return new Heading(
        name, shown, target, rows.stream().map(r -> sample(r.cell(index), open)).toList());
  }

  private static String sample(Cell cell, boolean open) {
    if (cell.isEmpty()) {
      return "";
    }
    return open ? cut(cell, LONGEST) : "••••••";
  }

  private static String cut(Cell cell, int most) {
    return cell.range().length() <= most ? cell.text() : cell.range().subSequence(0, most) + "…";
  }
}
