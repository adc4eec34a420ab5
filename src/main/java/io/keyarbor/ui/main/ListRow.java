package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.main.Dragging.Into;
import io.keyarbor.ui.main.Dragging.Target;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableRow;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A row on the screen: says what it is, can be dragged, and takes what is dropped on a group. */
final class ListRow extends TreeTableRow<Row> {
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private final BooleanSupplier byGroup;

  /**
   * A row without content.
   *
   * @param byGroup whether the list is grouped by the person's own groups
   */
  ListRow(Dragging dragging, BooleanSupplier byGroup) {
    this.byGroup = byGroup;
    setDisclosureNode(arrow());
    dragging.source(this, this::getItem);
    dragging.target(this, this::target);
  }

  /** As the platform's own, with room to hit it. */
  private static StackPane arrow() {
    Region room = new Region();
    room.getStyleClass().add("tree-arrow-room");
    Region arrow = new Region();
    arrow.getStyleClass().add("arrow");
    arrow.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane node = new StackPane(room, arrow);
    node.getStyleClass().add("tree-disclosure-node");
    return node;
  }

  /** The group that the row stands for; the room below the last row is the top. */
  private Optional<Target> target() {
    if (!byGroup.getAsBoolean()) {
      return Optional.empty();
    }
    return getItem() instanceof Row.GroupRow row
        ? row.branch().group().map(id -> new Into(Optional.of(id)))
        : isEmpty() ? Optional.of(new Into(Optional.empty())) : Optional.empty();
  }

  @Override
  protected void updateItem(Row row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(GROUP, row instanceof Row.GroupRow);
    setAccessibleText(
        Row.entry(row)
            .map(ListRow::words)
            .orElse(row instanceof Row.GroupRow g ? g.branch().title() : null));
  }

  private static String words(Entry entry) {
    return tr(
        "{0}, {1}, {2}",
        entry.credential().details().name(), entry.serviceName(), entry.standing().label());
  }
}
