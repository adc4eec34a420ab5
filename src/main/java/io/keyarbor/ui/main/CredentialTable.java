package io.keyarbor.ui.main;

import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.SortBy;
import io.keyarbor.ui.list.TimeText;
import io.keyarbor.ui.work.Testing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableColumn.SortType;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;

/** The list of credentials on the screen; what it shows comes from the model. */
final class CredentialTable {
  /** From this width on, in em, the account gets a part of the room as well as the name. */
  private static final double SPACIOUS = 60;

  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private final TreeTableView<Row> table;
  private final CredentialListModel model;
  private final RowTree tree = new RowTree();
  private final Map<TreeTableColumn<Row, ?>, SortBy> sorts = new HashMap<>();
  private final Map<TreeTableColumn<Row, ?>, Width> widths = new LinkedHashMap<>();
  private final DoubleSupplier em;
  private final ReadOnlyLongWrapper tests = new ReadOnlyLongWrapper();
  private boolean rendering;

  /**
   * How wide a column is, in em: all but the name have their size, and the name takes what is left.
   *
   * @param room below this width of the table the column is left out
   */
  private record Width(double least, double greatest, double room) {}

  /**
   * Fills {@code table}.
   *
   * @param em size of the text now, in pixels
   */
  CredentialTable(
      TreeTableView<Row> table,
      CredentialListModel model,
      Testing testing,
      Clock clock,
      DoubleSupplier em) {
    this.em = em;
    this.table = table;
    this.model = model;
    table.setRoot(tree.root());
    table.setShowRoot(false);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(t -> new GroupAwareRow());
    table.setTableMenuButtonVisible(false);
    column("Name", new Width(15.4, 200, 0), SortBy.NAME, () -> new Cells.Name(em));
    column("Account / host", new Width(9.2, 9.2, 51), SortBy.SUMMARY, () -> words(Entry::summary));
    column("Status", new Width(11, 11, 0), SortBy.STATUS, () -> new Cells.Status(testing, tests));
    column("Tested", new Width(5, 5, 38), SortBy.TESTED, () -> words(e -> tested(e, clock)));
    column("Expires", new Width(5.8, 5.8, 43), SortBy.EXPIRES, () -> words(this::expires));
    column("", new Width(3.4, 3.4, 0), null, () -> new Cells.TestButton(testing, tests));
    table.widthProperty().subscribe(this::fit);
    table.setSortPolicy(t -> sort());
  }

  private static String tested(Entry entry, Clock clock) {
    return entry.tested().map(then -> TimeText.ago(then, clock.instant())).orElse("–");
  }

  private String expires(Entry entry) {
    return TimeText.until(entry.expires(), model.today());
  }

  private static Cells.Words words(Function<Entry, String> words) {
    return new Cells.Words(words);
  }

  private void column(
      String title, Width width, SortBy sort, Supplier<TreeTableCell<Row, Row>> cell) {
    TreeTableColumn<Row, Row> column = new TreeTableColumn<>(title);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().getValue()));
    column.setCellFactory(c -> cell.get());
    column.setReorderable(false);
    column.setSortable(sort != null);
    if (sort != null) {
      sorts.put(column, sort);
    }
    widths.put(column, width);
    table.getColumns().add(column);
  }

  /** Makes the columns fit the width of the table and the size of the text. */
  void fit() {
    double px = em.getAsDouble();
    widths.forEach((column, width) -> {
      double extra = sorts.get(column) == SortBy.SUMMARY ? spare(px) : 0;
      column.setMinWidth((width.least() + extra) * px);
      column.setMaxWidth((width.greatest() + extra) * px);
      column.setVisible(table.getWidth() >= width.room() * px);
    });
  }

  /** What the account gets of the room that a wide table has to spare, in em. */
  private double spare(double px) {
    return Math.max(0, (table.getWidth() / px - SPACIOUS) / 2);
  }

  private boolean sort() {
    if (!rendering) {
      table.getSortOrder().stream()
          .findFirst()
          .ifPresentOrElse(
              c -> model.sort(sorts.get(c), c.getSortType() == SortType.DESCENDING),
              () -> model.sort(SortBy.NAME, false));
      render();
    }
    return true;
  }

  /** Shows what the model lists now; the chosen row stays chosen if it is still there. */
  void render() {
    rendering = true;
    Optional<Object> chosen =
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
            .map(item -> item.getValue().key());
    Runnable unselect = table.getSelectionModel()::clearSelection;
    if (tree.show(model.tree(), model.isSearching(), unselect)) {
      chosen.flatMap(tree::find).ifPresent(item -> table.getSelectionModel().select(item));
    }
    rendering = false;
  }

  /**
   * Shows tests that began or ended; leaves all else as it is, for that may be ten times a second.
   */
  void showTests() {
    tests.set(tests.get() + 1);
  }

  /** Makes all cells anew, as after a change of the text's size. */
  void refresh() {
    table.refresh();
  }

  /** The credentials that are chosen. */
  List<Entry> chosen() {
    List<Entry> entries = new ArrayList<>();
    for (TreeItem<Row> item : table.getSelectionModel().getSelectedItems()) {
      if (item != null) {
        Row.entry(item.getValue()).ifPresent(entries::add);
      }
    }
    return entries;
  }

  /** The one row that is chosen. */
  Optional<Row> row() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  /** Calls {@code listener} with the credential that is chosen, or with none. */
  void onChoice(Consumer<Optional<Entry>> listener) {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (!rendering) {
            listener.accept(Optional.ofNullable(item).flatMap(i -> Row.entry(i.getValue())));
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

  private static final class GroupAwareRow extends TreeTableRow<Row> {
    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(GROUP, row instanceof Row.GroupRow);
      setAccessibleText(
          Row.entry(row)
              .map(e ->
                  e.credential().details().name()
                      + ", "
                      + e.serviceName()
                      + ", "
                      + e.standing().label())
              .orElse(row instanceof Row.GroupRow g ? g.branch().title() : null));
    }
  }
}
