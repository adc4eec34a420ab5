package io.keyarbor.transfer.csv;

import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.csv.Column.Meaning;
import io.keyarbor.transfer.csv.Table.Cell;
import io.keyarbor.transfer.csv.Table.Row;
import io.keyarbor.transfer.read.DraftBuilder;
import io.keyarbor.transfer.read.Notes;
import io.keyarbor.transfer.read.Services;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a draft of a row.
 *
 * @param columns what each column holds, from the left
 * @param service type of rows that do not name theirs
 */
record RowReader(List<Column> columns, String service, Services services) {
  private static final Set<String> USUAL = Set.of("username", "password", "url");
  private static final Set<String> NOTES = Set.of("note", "secure note", "securenote");
  private static final List<Meaning> SINGLE =
      List.of(
          Meaning.NAME,
          Meaning.SERVICE,
          Meaning.GROUP,
          Meaning.NOTES,
          Meaning.EXPIRES,
          Meaning.FAVOURITE);
  private static final Set<String> YES = Set.of("1", "true", "yes", "x");

  /** A row that cannot be taken; its message holds no text of the row's secrets. */
  static final class BadRow extends Exception {
    BadRow(String why) {
      super(why);
    }
  }

  /**
   * The draft of {@code row}.
   *
   * @throws BadRow if it cannot be taken
   */
  Draft read(Row row) throws BadRow {
    if (!row.fault().isEmpty()) {
      throw new BadRow(row.fault());
    }
    if (row.cells().size() > columns.size()) {
      throw new BadRow(
          "It has " + row.cells().size() + " columns, the heading has " + columns.size() + ".");
    }
    String said = first(row, Meaning.SERVICE).orElse(service);
    String type = NOTES.contains(said.toLowerCase(Locale.ROOT)) ? Services.SECRET : said;
    ServiceTemplate template =
        services
            .find(type)
            .orElseThrow(() -> new BadRow("There is no service template of the name in it."));
    try (DraftBuilder draft = new DraftBuilder("row " + row.line())) {
      draft
          .service(template.serviceType())
          .name(first(row, Meaning.NAME).orElse(""))
          .groups(first(row, Meaning.GROUP).map(RowReader::path).orElse(List.of()))
          .favourite(first(row, Meaning.FAVOURITE).filter(YES::contains).isPresent())
          .expires(expires(row));
      cells(row, Meaning.TAGS).stream()
          .flatMap(tags -> Stream.of(tags.text().split("[,;]")))
          .forEach(draft::tag);
      Map<String, String> plain = readFields(row, template, draft);
      Notes.put(cells(row, Meaning.NOTES).stream().findFirst().map(Cell::secret), draft);
      SINGLE.forEach(meaning -> readMore(row, meaning, draft));
      if (!draft.isEmpty()) {
        services.completeChoices(draft, plain);
      }
      return draft.buildNamed();
    }
  }

  /** Puts the fields into {@code draft}; returns the plain ones that decide what its form has. */
  private Map<String, String> readFields(Row row, ServiceTemplate template, DraftBuilder draft) {
    BitSet done = new BitSet();
    Map<String, String> plain = plain(row, template, done);
    plain.forEach(draft::plain);
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.cell(i);
      if (columns.get(i).is(Meaning.FIELD) && !cell.isEmpty() && !done.get(i)) {
        Optional<FieldSpec> field = field(template, columns.get(i).field(), plain);
        String name = field.map(FieldSpec::name).orElse(columns.get(i).field());
        if (field.isEmpty() || field.get().secret()) {
          // What no template knows may be a secret, so it is kept like one.
          draft.secret(name, cell.secret());
        } else if (!cell.isBlank()) {
          draft.plain(name, cell.text());
        }
      }
    }
    return plain;
  }

  /** What a further column says of something that a credential has one of, kept like a secret. */
  private void readMore(Row row, Meaning meaning, DraftBuilder draft) {
    cells(row, meaning).stream()
        .skip(1)
        .forEach(cell -> draft.secret(meaning.name().toLowerCase(Locale.ROOT), cell.secret()));
  }

  /**
   * The plain fields, and the choices that go with the fields that the row fills.
   *
   * @param done is told the columns that they are of
   */
  private Map<String, String> plain(Row row, ServiceTemplate template, BitSet done) {
    Map<String, String> plain = new LinkedHashMap<>();
    List<FieldSpec> filled = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Cell cell = row.cell(i);
      if (column.is(Meaning.FIELD) && !cell.isBlank()) {
        Services.field(template, column.field()).ifPresent(filled::add);
        done.set(
            i,
            field(template, column.field(), Map.of())
                .filter(field -> !field.secret())
                .filter(field -> plain.putIfAbsent(field.name(), cell.text()) == null)
                .isPresent());
      }
    }
    filled.stream()
        .filter(field -> !USUAL.contains(field.name()))
        .flatMap(field -> field.when().stream())
        .forEach(when -> plain.putIfAbsent(when.field(), when.value()));
    return plain;
  }

  /**
   * The field that a column means. One called as tables of logins call it may mean the secret or
   * the address of whatever form is filled in.
   */
  private static Optional<FieldSpec> field(
      ServiceTemplate template, String name, Map<String, String> plain) {
    Optional<FieldSpec> own =
        new FormModel(template, plain)
            .visible().stream().filter(field -> Services.isCalled(field, name)).findFirst();
    return own.or(() ->
        switch (name) {
          case "password" -> Services.usual(template, plain, true);
          case "url" -> Services.usual(template, plain, false);
          default -> Services.field(template, name);
        });
  }

  private Optional<LocalDate> expires(Row row) throws BadRow {
    Optional<String> day = first(row, Meaning.EXPIRES);
    try {
      return day.map(d -> LocalDate.parse(d.length() > 10 ? d.substring(0, 10) : d));
    } catch (DateTimeException e) {
      throw new BadRow("Its last day is no date such as 2027-01-31.");
    }
  }

  private static List<String> path(String group) {
    return Stream.of(group.split("/")).map(String::strip).filter(g -> !g.isEmpty()).toList();
  }

  private Optional<String> first(Row row, Meaning meaning) {
    return cells(row, meaning).stream().findFirst().map(cell -> cell.text().strip());
  }

  /** What is in the columns of a meaning, from the left, where there is something. */
  private List<Cell> cells(Row row, Meaning meaning) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).is(meaning))
        .mapToObj(row::cell)
        .filter(Predicate.not(Cell::isBlank))
        .toList();
  }
}
