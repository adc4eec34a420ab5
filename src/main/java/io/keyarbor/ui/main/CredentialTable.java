package io.keyarbor.ui.main;

import io.keyarbor.settings.Grouping;
import io.keyarbor.ui.list.ClosedGroups;
import io.keyarbor.ui.list.Column;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.Sorting;
import io.keyarbor.ui.list.TimeText;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.vault.CredentialId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableColumn.SortType;
import javafx.scene.control.TreeTableView;
import javafx.util.Duration;

/** The list of credentials on the screen; what it shows comes from the model. */
final class CredentialTable {
  /** So many rows stay chosen when rows come, go or move. */
  private static final int MOST_KEPT = 500;

  /** The name never gets less than this, in em. */
  private static final double LEAST_NAME = 15.4;

  private final TreeTableView<Row> table;
  private final CredentialListModel model;
  private final Clock clock;
  private final Supplier<Set<String>> hidden;
  private final Consumer<Sorting> sorted;
  private final RowTree tree;
  private final Map<Column, TreeTableColumn<Row, Row>> columns = new EnumMap<>(Column.class);
  private final DoubleSupplier em;
  private final ReadOnlyLongWrapper tests = new ReadOnlyLongWrapper();
  private boolean rendering;
  private boolean brief;

  /**
   * Fills {@code table}.
   *
   * @param hidden keys of the columns that the person does not want
   * @param em size of the text now, in pixels
   * @param closed groups, which are shown closed
   * @param sorted told when the person has sorted otherwise
   */
  CredentialTable(
      TreeTableView<Row> table,
      CredentialListModel model,
      Testing testing,
      Clock clock,
      Supplier<Set<String>> hidden,
      DoubleSupplier em,
      ClosedGroups closed,
      Consumer<Sorting> sorted) {
    this.em = em;
    this.table = table;
    this.model = model;
    this.clock = clock;
    this.hidden = hidden;
    this.sorted = sorted;
    tree = new RowTree(closed);
    table.setRoot(tree.root());
    table.setShowRoot(false);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setTableMenuButtonVisible(false);
    for (Column column : Column.values()) {
      columns.put(column, column(column.title(), () -> cell(column, testing)));
    }
    TreeTableColumn<Row, Row> button = column("", () -> new Cells.TestButton(testing, tests));
    button.setSortable(false);
    button.setMinWidth(Columns.BUTTON * em.getAsDouble());
    fit();
    table.widthProperty().subscribe(this::fit);
    // Setting it sorts at once, by nothing, which would be taken for the person's wish.
    rendering = true;
    table.setSortPolicy(t -> sort());
    rendering = false;
    showSorting(model.sorting());
  }

  private TreeTableCell<Row, Row> cell(Column column, Testing testing) {
    return switch (column) {
      case NAME -> new Cells.Name();
      case SUMMARY -> words(Entry::summary);
      case SERVICE -> words(Entry::serviceName);
      case GROUP -> words(model::group);
      case TAGS -> words(Entry::tags);
      case STATUS -> new Cells.Status(testing, tests, () -> brief);
      case TESTED -> words(this::tested);
      case EXPIRES -> words(this::expires);
      case CREATED -> words(e -> day(e.credential().created()));
      case CHANGED -> words(e -> day(e.credential().updated()));
    };
  }

  private String day(Instant moment) {
    return TimeText.full(moment.atZone(clock.getZone()).toLocalDate());
  }

  private String tested(Entry entry) {
    return entry.tested().map(then -> TimeText.ago(then, clock.instant())).orElse("–");
  }

  private String expires(Entry entry) {
    return TimeText.until(entry.expires(), model.today());
  }

  private static Cells.Words words(Function<Entry, String> words) {
    return new Cells.Words(words);
  }

  private TreeTableColumn<Row, Row> column(String title, Supplier<TreeTableCell<Row, Row>> cell) {
    TreeTableColumn<Row, Row> column = new TreeTableColumn<>(title);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().getValue()));
    column.setCellFactory(c -> cell.get());
    column.setReorderable(false);
    table.getColumns().add(column);
    return column;
  }

  /** Makes rows draggable, and gives the headings the menu of the columns. */
  void accept(Dragging dragging, ContextMenu columnMenu) {
    table.setRowFactory(t -> new ListRow(dragging, () -> model.grouping() == Grouping.GROUP));
    table.getColumns().forEach(column -> column.setContextMenu(columnMenu));
  }

  /** The columns that are shown. */
  Set<Column> shown() {
    return Columns.shown(hidden.get(), table.getWidth() / em.getAsDouble());
  }

  /** Makes the columns fit the width of the table and the size of the text. */
  void fit() {
    double px = em.getAsDouble();
    double room = table.getWidth() / px;
    Set<Column> shown = shown();
    double spare = Columns.spare(shown, room);
    show(Columns.isBrief(hidden.get(), room));
    columns.forEach((key, column) -> {
      if (key == Column.NAME) {
        column.setMinWidth(LEAST_NAME * px);
      } else {
        double width = Columns.width(key) + (key == Column.SUMMARY ? spare : 0);
        column.setMinWidth(width * px);
        column.setMaxWidth(width * px);
        column.setVisible(shown.contains(key));
      }
    });
    TreeTableColumn<Row, ?> status = columns.get(Column.STATUS);
    status.setText(brief ? "" : Column.STATUS.title());
    if (brief) {
      status.setMinWidth(Columns.SIGN * px);
      status.setMaxWidth(Columns.SIGN * px);
      status.setVisible(true);
    }
    TreeTableColumn<Row, ?> button = table.getColumns().getLast();
    button.setVisible(!brief);
    button.setMinWidth(Columns.BUTTON * px);
    button.setMaxWidth(Columns.BUTTON * px);
  }

  private void show(boolean briefly) {
    if (brief != briefly) {
      brief = briefly;
      showTests();
    }
  }

  /** Sorts as a press on a heading does. */
  void sortBy(Sorting next) {
    showSorting(next);
    sort(next);
  }

  /** Marks the heading; sorts nothing. */
  private void showSorting(Sorting now) {
    rendering = true;
    TreeTableColumn<Row, Row> column = columns.get(now.column());
    column.setSortType(now.descending() ? SortType.DESCENDING : SortType.ASCENDING);
    table.getSortOrder().setAll(now.equals(Sorting.USUAL) ? List.of() : List.of(column));
    rendering = false;
  }

  private boolean sort() {
    if (!rendering) {
      sort(
          table.getSortOrder().stream()
              .findFirst()
              .map(c -> new Sorting(of(c), c.getSortType() == SortType.DESCENDING))
              .orElse(Sorting.USUAL));
    }
    return true;
  }

  private void sort(Sorting next) {
    model.sort(next.column(), next.descending());
    render();
    sorted.accept(next);
  }

  private Column of(TreeTableColumn<Row, ?> column) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Column.NAME);
  }

  /**
   * Shows what the model lists now; the chosen rows stay chosen if they are still there and not too
   * many.
   */
  void render() {
    rendering = true;
    Set<Object> chosen = new HashSet<>();
    items().forEach(item -> chosen.add(item.getValue().key()));
    Optional<Object> lead =
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
            .map(item -> item.getValue().key());
    Runnable unselect = table.getSelectionModel()::clearSelection;
    if (tree.show(model.tree(), model.grouping(), model.isSearching(), unselect)) {
      if (chosen.size() > MOST_KEPT) {
        // To choose ten thousand rows again would take longer than a person waits for a key.
        table.getSelectionModel().clearSelection();
      } else if (chosen.size() > 1) {
        select(tree.rows(chosen));
      } else {
        lead.flatMap(tree::find).ifPresent(item -> table.getSelectionModel().select(item));
      }
    }
    rendering = false;
  }

  /**
   * Shows tests that began or ended; leaves all else as it is, for that may be ten times a second.
   */
  void showTests() {
    tests.set(tests.get() + 1);
  }

  /** Run by run, which is quicker than row by row. */
  private void select(int[] rows) {
    for (int from = 0, to; from < rows.length; from = to) {
      to = from + 1;
      while (to < rows.length && rows[to] == rows[to - 1] + 1) {
        to++;
      }
      table.getSelectionModel().selectRange(rows[from], rows[to - 1] + 1);
    }
  }

  /** Forgets the rows, but not how they were sorted. */
  void close() {
    table.setSortPolicy(t -> true);
    table.setRoot(null);
  }

  /** Makes all cells anew, as after a change of the text's size. */
  void refresh() {
    table.refresh();
  }

  /** The credentials that are chosen, each once, wherever it is listed. */
  List<Entry> chosen() {
    Map<CredentialId, Entry> entries = new LinkedHashMap<>();
    items()
        .forEach(
            item -> Row.entry(item.getValue()).ifPresent(entry -> entries.put(entry.id(), entry)));
    return List.copyOf(entries.values());
  }

  /** By index: the platform's own list of items is slow when ten thousand are chosen. */
  private List<TreeItem<Row>> items() {
    List<TreeItem<Row>> items = new ArrayList<>();
    for (int row : table.getSelectionModel().getSelectedIndices()) {
      TreeItem<Row> item = table.getTreeItem(row);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  /** The row that was chosen last, of those that are. */
  Optional<Row> row() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  /** The credential of {@link #row}, or the first that is chosen if that row is a group. */
  Optional<Entry> lead() {
    return row().flatMap(Row::entry).or(() -> chosen().stream().findFirst());
  }

  /** Calls {@code listener} after others are chosen; once for changes that come together. */
  void onChoice(Runnable listener) {
    Coalesced soon = new Coalesced(Duration.ONE, listener);
    table
        .getSelectionModel()
        .getSelectedIndices()
        .addListener(
            (ListChangeListener<Integer>)
                change -> {
                  if (!rendering) {
                    soon.request();
                  }
                });
  }

  /** Chooses the row with that key and brings it into view. */
  void choose(Object key) {
    tree.find(key)
        .ifPresent(item -> {
          for (TreeItem<Row> up = item.getParent(); up != null; up = up.getParent()) {
            up.setExpanded(true);
          }
          table.getSelectionModel().clearAndSelect(table.getRow(item));
          table.scrollTo(table.getRow(item));
        });
  }
}
