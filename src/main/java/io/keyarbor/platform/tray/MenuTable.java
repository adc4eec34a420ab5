package io.keyarbor.platform.tray;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A menu with a number for each item. Whoever shows it may be one change behind, so a number never
 * comes to mean anything else: an item keeps it while what choosing it means, its words and those
 * above it stay the same, and it is given to no other after. Words alone would not do: long names
 * are shortened, so two of them may look alike. An immutable snapshot.
 *
 * @param <C> what choosing an item means
 */
final class MenuTable<C> {
  /** The number of the menu itself. */
  static final int ROOT = 0;

  private final Map<Integer, Line<C>> lines = new LinkedHashMap<>();
  private final Map<Place<C>, Integer> byPlace = new HashMap<>();
  private final int revision;
  private int next;

  /** One item, with the numbers of those below it. */
  record Line<C>(TrayItem<C> item, List<Integer> children) {}

  /**
   * What an item is known by.
   *
   * @param above that of the menu it lies in; empty at the top
   * @param twin how many items before it are alike in all else
   */
  private record Place<C>(Optional<Place<C>> above, String label, Optional<C> choice, int twin) {}

  /** An empty menu. */
  MenuTable() {
    revision = 0;
    next = ROOT + 1;
    lines.put(ROOT, new Line<>(TrayItem.menu("", List.of()), List.of()));
  }

  private MenuTable(MenuTable<C> before, List<TrayItem<C>> menu) {
    revision = before.revision + 1;
    next = before.next;
    lines.put(
        ROOT, new Line<>(TrayItem.menu("", menu), add(menu, Optional.empty(), before.byPlace)));
  }

  /** What comes after it, with those items. */
  MenuTable<C> with(List<TrayItem<C>> menu) {
    return new MenuTable<>(this, menu);
  }

  private List<Integer> add(
      List<TrayItem<C>> items, Optional<Place<C>> above, Map<Place<C>, Integer> known) {
    List<Integer> ids = new ArrayList<>();
    for (TrayItem<C> item : items) {
      Place<C> first = new Place<>(above, item.label(), item.choice(), 0);
      Place<C> place = first;
      while (byPlace.containsKey(place)) {
        place = new Place<>(above, item.label(), item.choice(), place.twin() + 1);
      }
      Integer before = known.get(place);
      int id = before == null ? next++ : before;
      byPlace.put(place, id);
      // Below the first of its like: what is below may be chosen, and is told apart by that.
      lines.put(id, new Line<>(item, add(item.children(), Optional.of(first), known)));
      ids.add(id);
    }
    return ids;
  }

  /** Grows with every change. */
  int revision() {
    return revision;
  }

  /** The item of that number. */
  Optional<Line<C>> find(int id) {
    return Optional.ofNullable(lines.get(id));
  }

  /** What choosing that item means, if it can be chosen. */
  Optional<C> choice(int id) {
    return find(id).map(Line::item).filter(TrayItem::enabled).flatMap(TrayItem::choice);
  }
}
