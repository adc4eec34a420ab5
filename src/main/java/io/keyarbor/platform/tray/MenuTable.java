package io.keyarbor.platform.tray;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A menu with a number for each item. Whoever shows it may be one change behind, so a number never
 * comes to mean anything else: an item keeps it while its words and those above it stay the same,
 * and it is given to no other after. An immutable snapshot.
 *
 * @param <C> what choosing an item means
 */
final class MenuTable<C> {
  /** The number of the menu itself. */
  static final int ROOT = 0;

  private final Map<Integer, Line<C>> lines = new LinkedHashMap<>();
  private final Map<String, Integer> byPath = new HashMap<>();
  private final int revision;
  private int next;

  /** One item, with the numbers of those below it. */
  record Line<C>(TrayItem<C> item, List<Integer> children) {}

  /** An empty menu. */
  MenuTable() {
    revision = 0;
    next = ROOT + 1;
    lines.put(ROOT, new Line<>(TrayItem.menu("", List.of()), List.of()));
  }

  private MenuTable(MenuTable<C> before, List<TrayItem<C>> menu) {
    revision = before.revision + 1;
    next = before.next;
    lines.put(ROOT, new Line<>(TrayItem.menu("", menu), add(menu, "", before.byPath)));
  }

  /** What comes after it, with those items. */
  MenuTable<C> with(List<TrayItem<C>> menu) {
    return new MenuTable<>(this, menu);
  }

  private List<Integer> add(List<TrayItem<C>> items, String above, Map<String, Integer> known) {
    List<Integer> ids = new ArrayList<>();
    for (TrayItem<C> item : items) {
      String path = above + '\n' + item.label() + '\n';
      while (byPath.containsKey(path)) {
        path += '\n';
      }
      Integer before = known.get(path);
      int id = before == null ? next++ : before;
      byPath.put(path, id);
      lines.put(id, new Line<>(item, add(item.children(), path, known)));
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
