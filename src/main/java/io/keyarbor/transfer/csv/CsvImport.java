package io.keyarbor.transfer.csv;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.csv.Column.Meaning;
import io.keyarbor.transfer.csv.RowReader.BadRow;
import io.keyarbor.transfer.csv.Table.Row;
import io.keyarbor.transfer.read.FileBytes;
import io.keyarbor.transfer.read.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Any table with a heading: usual headings are known, others can be mapped to fields. */
public final class CsvImport implements ImportFormat {
  private static final int MOST_ROWS = 1_000_000;

  private final Services services;

  /** Reads rows for the templates of {@code services}. */
  public CsvImport(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String title() {
    return "Table (CSV)";
  }

  @Override
  public List<String> extensions() {
    return List.of("csv", "tsv");
  }

  @Override
  public Needs needs(Path file) {
    return Needs.NOTHING;
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    try (Table table = new Table(FileBytes.text(file))) {
      return read(file.getFileName().toString(), table, options);
    }
  }

  private Reading read(String file, Table table, Options options) throws TransferException {
    if (!table.hasNext()) {
      throw new TransferException(file + " is empty.");
    }
    Row heading = table.next();
    List<String> headings = heading.cells().stream().map(cell -> cell.text().strip()).toList();
    boolean isKeePass = KeePassXcCsv.isHeading(headings);
    RowReader reader =
        new RowReader(
            columns(file, headings, options.columns()),
            options.service().orElse(Services.LOGIN),
            services);
    List<Draft> drafts = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    try {
      for (int rows = 1; table.hasNext(); rows++) {
        if (rows > MOST_ROWS) {
          throw new TransferException(file + " has more than " + MOST_ROWS + " rows. Split it.");
        }
        Row row = table.next();
        try {
          if (!row.fault().isEmpty() || !row.isBlank()) {
            drafts.add(reader.read(row));
          }
        } catch (BadRow e) {
          skipped.add(new Skipped("row " + row.line(), e.getMessage()));
        }
      }
      return new Reading(isKeePass ? KeePassXcCsv.withoutRoot(drafts) : drafts, skipped);
    } catch (TransferException | RuntimeException e) {
      drafts.forEach(Draft::close);
      throw e;
    }
  }

  private List<Column> columns(String file, List<String> headings, Map<String, String> mapping)
      throws TransferException {
    Map<String, String> mapped = new HashMap<>();
    mapping.forEach((name, target) -> mapped.put(name.strip().toLowerCase(Locale.ROOT), target));
    List<Column> columns = new ArrayList<>();
    for (String heading : headings) {
      String target = mapped.remove(heading.toLowerCase(Locale.ROOT));
      columns.add(target == null ? Column.headed(heading) : Column.mapped(target));
    }
    if (!mapped.isEmpty()) {
      throw new TransferException(
          file
              + " has no column “"
              + mapped.keySet().iterator().next()
              + "”. Check its first row.");
    }
    boolean isHeaded =
        !mapping.isEmpty() || headings.stream().map(Column::headed).anyMatch(Column::isUsual);
    if (!isHeaded || columns.stream().noneMatch(c -> c.is(Meaning.FIELD))) {
      // The first row is not quoted: without a heading it may hold a secret.
      throw new TransferException(
          file
              + " has no heading that is known. Its first row must name the columns, such as name,"
              + " username, password; or say what a column holds: --column HEADING=FIELD.");
    }
    return columns;
  }
}
