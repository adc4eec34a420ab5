package io.keyarbor.ui.main;

import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.list.Shelf;
import io.keyarbor.ui.main.Row.EntryRow;
import io.keyarbor.ui.main.Row.GroupRow;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * What is dragged from the list, and where it may be dropped. What is dragged stays in here: other
 * programs are handed nothing of it. Whatever a drop does, a menu does as well.
 */
final class Dragging {
  private static final DataFormat ROWS = new DataFormat("application/x-keyarbor-rows");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

  private final CredentialListModel model;
  private final Supplier<List<Entry>> chosen;
  private final Deeds deeds;
  private final GroupDeeds groups;
  private List<Credential> credentials = List.of();
  private Optional<Group> group = Optional.empty();

  /** A place where something can be dropped. */
  sealed interface Target {}

  /** A group; empty is the top. */
  record Into(Optional<GroupId> group) implements Target {}

  /** A part of the vault in the sidebar. */
  record Onto(Shelf shelf) implements Target {}

  Dragging(
      CredentialListModel model, Supplier<List<Entry>> chosen, Deeds deeds, GroupDeeds groups) {
    this.model = model;
    this.chosen = chosen;
    this.deeds = deeds;
    this.groups = groups;
  }

  /**
   * Takes up a row: with all that is chosen, if it is.
   *
   * @return whether it can be dragged
   */
  boolean begin(Row row) {
    end();
    if (row instanceof EntryRow(Entry entry)) {
      List<Entry> all = chosen.get();
      boolean isChosen = all.stream().anyMatch(e -> e.id().equals(entry.id()));
      credentials = (isChosen ? all : List.of(entry)).stream().map(Entry::credential).toList();
    } else if (row instanceof GroupRow r) {
      group = r.branch().group().flatMap(this::find);
    }
    return !credentials.isEmpty() || group.isPresent();
  }

  private Optional<Group> find(GroupId id) {
    return model.groups().stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /** Whether what is dragged may be dropped there. */
  boolean accepts(Target target) {
    return switch (target) {
      case Into(Optional<GroupId> to) when group.isPresent() ->
          !group.get().parent().equals(to) && !model.isWithin(to, group.get().id());
      case Into(Optional<GroupId> to) ->
          credentials.stream().anyMatch(c -> !c.details().group().equals(to));
      case Onto(Shelf shelf) ->
          !credentials.isEmpty() && (shelf == Shelf.FAVOURITES || shelf == Shelf.TRASH);
    };
  }

  /** Does what dropping there means; returns whether it means anything. */
  boolean drop(Target target) {
    if (!accepts(target)) {
      return false;
    }
    switch (target) {
      case Into(Optional<GroupId> to) when group.isPresent() -> groups.move(group.get(), to);
      case Into(Optional<GroupId> to) -> deeds.moveToGroup(credentials, to);
      case Onto(Shelf shelf) when shelf == Shelf.TRASH -> deeds.moveToTrash(credentials);
      case Onto(Shelf shelf) -> deeds.setFavourite(credentials, true);
    }
    return true;
  }

  /** Lets go of what is dragged. */
  void end() {
    credentials = List.of();
    group = Optional.empty();
  }

  /** Lets the person drag {@code node}, which shows the row that {@code row} gives. */
  void source(Node node, Supplier<Row> row) {
    node.setOnDragDetected(event -> {
      if (begin(row.get())) {
        Dragboard board = node.startDragAndDrop(TransferMode.MOVE);
        ClipboardContent nothing = new ClipboardContent();
        nothing.put(ROWS, "");
        board.setContent(nothing);
        event.consume();
      }
    });
    node.setOnDragDone(event -> end());
  }

  /** Lets the person drop onto {@code node}; while one could, it shows. */
  void target(Node node, Supplier<Optional<Target>> target) {
    node.setOnDragOver(event -> {
      if (isOurs(event) && target.get().filter(this::accepts).isPresent()) {
        event.acceptTransferModes(TransferMode.MOVE);
        event.consume();
      }
    });
    node.setOnDragEntered(event ->
        node.pseudoClassStateChanged(
            TARGET, isOurs(event) && target.get().filter(this::accepts).isPresent()));
    node.setOnDragExited(event -> node.pseudoClassStateChanged(TARGET, false));
    node.setOnDragDropped(event -> {
      event.setDropCompleted(target.get().filter(this::drop).isPresent());
      event.consume();
    });
  }

  private static boolean isOurs(DragEvent event) {
    return event.getGestureSource() != null && event.getDragboard().hasContent(ROWS);
  }
}
