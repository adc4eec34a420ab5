package io.keyarbor.ui.main;

import io.keyarbor.settings.Grouping;
import io.keyarbor.ui.list.Branch;
import io.keyarbor.ui.list.ClosedGroups;
import io.keyarbor.ui.main.Row.EntryRow;
import io.keyarbor.ui.main.Row.GroupRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/**
 * Branches as tree items. Where the shape stays the same only changed rows are replaced, so that a
 * verdict that comes in moves nothing under the person's hand. Closed groups stay closed.
 */
final class RowTree {
  private final TreeItem<Row> root = new TreeItem<>();
  private final ClosedGroups closed;
  private Grouping grouping = Grouping.NONE;

  /** The first item of each key: among ten thousand, looking for one takes a part of a frame. */
  private final Map<Object, TreeItem<Row>> byKey = new HashMap<>();

  /**
   * Shows nothing at first.
   *
   * @param closed groups, kept when this tree is gone
   */
  RowTree(ClosedGroups closed) {
    this.closed = closed;
    root.setExpanded(true);
    root.addEventHandler(
        TreeItem.<Row>branchCollapsedEvent(), e -> closed.close(grouping, key(e.getTreeItem())));
    root.addEventHandler(
        TreeItem.<Row>branchExpandedEvent(), e -> closed.open(grouping, key(e.getTreeItem())));
  }

  /** Only groups can be closed. */
  private static String key(TreeItem<Row> item) {
    return item.getValue() instanceof GroupRow group ? group.branch().key() : "";
  }

  TreeItem<Row> root() {
    return root;
  }

  /**
   * Takes over the list.
   *
   * @param by what the list is grouped by
   * @param open whether closed groups are shown open, as for a search
   * @param beforeMoving run first if rows come, go or move; selected rows would make that slow
   * @return whether rows came, went or moved
   */
  boolean show(Branch list, Grouping by, boolean open, Runnable beforeMoving) {
    boolean sameGrouping = grouping == by;
    grouping = by;
    GroupRow next = new GroupRow(list, list.size());
    boolean sameSize = root.getValue() instanceof GroupRow before && before.size() == next.size();
    root.setValue(next);
    if (sameGrouping && sameSize && sameShape(root, list)) {
      refresh(root, list);
      return false;
    }
    beforeMoving.run();
    byKey.clear();
    root.getChildren().setAll(items(list, open));
    return true;
  }

  private List<TreeItem<Row>> items(Branch branch, boolean open) {
    List<TreeItem<Row>> items = new ArrayList<>();
    for (Branch inner : branch.branches()) {
      TreeItem<Row> item = item(new GroupRow(inner, inner.size()));
      item.getChildren().setAll(items(inner, open));
      item.setExpanded(open || !closed.has(grouping, inner.key()));
      items.add(item);
    }
    branch.entries().forEach(entry -> items.add(item(new EntryRow(entry))));
    return items;
  }

  private TreeItem<Row> item(Row row) {
    TreeItem<Row> item = new TreeItem<>(row);
    byKey.putIfAbsent(row.key(), item);
    return item;
  }

  private static Stream<Row> rows(Branch branch) {
    return Stream.concat(
        branch.branches().stream().map(b -> new GroupRow(b, b.size())),
        branch.entries().stream().map(EntryRow::new));
  }

  private static boolean sameShape(TreeItem<Row> item, Branch branch) {
    List<TreeItem<Row>> children = item.getChildren();
    int count = branch.branches().size();
    if (children.size() != count + branch.entries().size()) {
      return false;
    }
    for (int i = 0; i < children.size(); i++) {
      Object key =
          i < count ? branch.branches().get(i).key() : branch.entries().get(i - count).id();
      if (!children.get(i).getValue().key().equals(key)
          || (i < count && !sameShape(children.get(i), branch.branches().get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static void refresh(TreeItem<Row> item, Branch branch) {
    List<Row> fresh = rows(branch).toList();
    for (int i = 0; i < fresh.size(); i++) {
      TreeItem<Row> child = item.getChildren().get(i);
      if (!child.getValue().equals(fresh.get(i))) {
        child.setValue(fresh.get(i));
      }
      if (fresh.get(i) instanceof GroupRow group) {
        refresh(child, group.branch());
      }
    }
  }

  /** The numbers of the rows on the screen that have one of these keys. */
  int[] rows(Set<Object> keys) {
    IntStream.Builder rows = IntStream.builder();
    rows(root, keys, 0, rows);
    return rows.build().toArray();
  }

  private static int rows(TreeItem<Row> item, Set<Object> keys, int first, IntStream.Builder rows) {
    int row = first;
    for (TreeItem<Row> child : item.getChildren()) {
      if (keys.contains(child.getValue().key())) {
        rows.add(row);
      }
      row++;
      if (child.isExpanded()) {
        row = rows(child, keys, row, rows);
      }
    }
    return row;
  }

  /** The first item with that key. */
  Optional<TreeItem<Row>> find(Object key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
