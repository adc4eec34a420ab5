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
   * @param name what its first row says
   * @param target what it usually holds, as a mapping of columns names it; {@code -} for nothing
   * @param samples of the first rows; what may be a secret is masked
   */
  public record Heading(String name, String target, List<String> samples) {}

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
      for (int i = 0; i < first.cells().size(); i++) {
        headings.add(heading(cut(first.cell(i), MOST_HEADING).strip(), i, rows));
      }
      return new TablePreview(List.copyOf(headings));
    }
  }

  private static Heading heading(String name, int index, List<Row> rows) {
    Column column = Column.headed(name);
    String target =
        switch (column.meaning()) {
          case FIELD -> column.field();
          case IGNORED -> "-";
          default -> column.meaning().name().toLowerCase(Locale.ROOT);
        };
    boolean open =
        column.is(Meaning.FIELD)
            ? OPEN_FIELDS.contains(column.field())
            : !column.is(Meaning.NOTES) && !column.is(Meaning.IGNORED);
    return new Heading(name, target, rows.stream().map(r -> sample(r.cell(index), open)).toList());
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
