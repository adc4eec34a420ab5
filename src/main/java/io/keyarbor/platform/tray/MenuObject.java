package io.keyarbor.platform.tray;

import io.keyarbor.platform.dbus.ReadOnlyProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * The menu as an object on the bus. The threads of the bus call it.
 *
 * @param <C> what choosing an item means
 */
final class MenuObject<C> extends ReadOnlyProperties implements DbusMenu {
  static final String PATH = "/MenuBar";

  /** The type of a {@link DbusMenu.Node} in the words of the bus. */
  private static final String NODE = "(ia{sv}av)";

  private static final Map<String, Variant<?>> FACTS =
      Map.of(
          "Version",
          new Variant<>(new UInt32(3)),
          "TextDirection",
          new Variant<>("ltr"),
          "Status",
          new Variant<>("normal"),
          "IconThemePath",
          new Variant<>(List.of(), "as"));

  private final Consumer<C> chosen;
  private volatile MenuTable<C> table = new MenuTable<>();

  MenuObject(Consumer<C> chosen) {
    this.chosen = chosen;
  }

  /** Shows other items; says the revision for {@link DbusMenu.LayoutUpdated}. */
  synchronized UInt32 show(List<TrayItem<C>> menu) {
    MenuTable<C> next = table.with(menu);
    table = next;
    return new UInt32(next.revision());
  }

  @Override
  public Layout<UInt32, Node> layout(int parent, int depth, List<String> properties) {
    MenuTable<C> now = table;
    int from = now.find(parent).isPresent() ? parent : MenuTable.ROOT;
    return new Layout<>(
        new UInt32(now.revision()), node(now, from, depth < 0 ? Integer.MAX_VALUE : depth));
  }

  private static <C> Node node(MenuTable<C> table, int id, int depth) {
    MenuTable.Line<C> line = table.find(id).orElseThrow();
    List<Variant<?>> children = new ArrayList<>();
    if (depth > 0) {
      line.children()
          .forEach(child -> children.add(new Variant<>(node(table, child, depth - 1), NODE)));
    }
    return new Node(id, look(line.item()), children);
  }

  private static Map<String, Variant<?>> look(TrayItem<?> item) {
    Map<String, Variant<?>> look = new LinkedHashMap<>();
    if (!item.children().isEmpty()) {
      look.put("children-display", new Variant<>("submenu"));
    }
    if (item.isLine()) {
      look.put("type", new Variant<>("separator"));
      return look;
    }
    // One underscore would mark the letter after it as a key to press.
    look.put("label", new Variant<>(item.label().replace("_", "__")));
    look.put("enabled", new Variant<>(item.enabled()));
    return look;
  }

  @Override
  public List<DbusMenu.Properties> groupProperties(List<Integer> ids, List<String> properties) {
    MenuTable<C> now = table;
    List<DbusMenu.Properties> found = new ArrayList<>();
    for (int id : ids) {
      now.find(id).ifPresent(line -> found.add(new DbusMenu.Properties(id, look(line.item()))));
    }
    return found;
  }

  @Override
  public Variant<?> property(int id, String name) {
    return table
        .find(id)
        .<Variant<?>>map(line -> look(line.item()).get(name))
        .orElseGet(() -> new Variant<>(""));
  }

  @Override
  public void event(int id, String event, Variant<?> data, UInt32 timestamp) {
    if (event.equals("clicked")) {
      table.choice(id).ifPresent(chosen);
    }
  }

  @Override
  public List<Integer> eventGroup(List<Happening> events) {
    List<Integer> missing = new ArrayList<>();
    for (Happening one : events) {
      if (table.find(one.id).isEmpty()) {
        missing.add(one.id);
      }
      event(one.id, one.event, one.data, one.timestamp);
    }
    return missing;
  }

  @Override
  public boolean aboutToShow(int id) {
    return false;
  }

  @Override
  public Layout<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
    MenuTable<C> now = table;
    return new Layout<>(List.of(), ids.stream().filter(id -> now.find(id).isEmpty()).toList());
  }

  @Override
  protected Map<String, Variant<?>> facts(String of) {
    return of.equals(NAME) ? FACTS : Map.of();
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
