package io.keyarbor.platform.tray;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** What {@code com.canonical.dbusmenu}, version 3, says: a menu that another process shows. */
@DBusInterfaceName(DbusMenu.NAME)
public interface DbusMenu extends DBusInterface {
  /** Name of the interface. */
  String NAME = "com.canonical.dbusmenu";

  /**
   * The items from {@code parent} down.
   *
   * @param depth how many levels; below 0 for all
   * @param properties wanted ones; none for all
   */
  @DBusMemberName("GetLayout")
  Layout<UInt32, Node> layout(int parent, int depth, List<String> properties);

  /** Properties of several items. */
  @DBusMemberName("GetGroupProperties")
  List<Properties> groupProperties(List<Integer> ids, List<String> properties);

  /** One property of an item. */
  @DBusMemberName("GetProperty")
  Variant<?> property(int id, String name);

  /** Something happened to an item. */
  @DBusMemberName("Event")
  void event(int id, String event, Variant<?> data, UInt32 timestamp);

  /** Several such; tells the items that are not there. */
  @DBusMemberName("EventGroup")
  List<Integer> eventGroup(List<Happening> events);

  /** Whether an item must be asked for anew before it is shown. */
  @DBusMemberName("AboutToShow")
  boolean aboutToShow(int id);

  /** The same for several: which must be asked for, which are not there. */
  @DBusMemberName("AboutToShowGroup")
  Layout<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids);

  /** The items below {@code parent} are other ones. */
  final class LayoutUpdated extends DBusSignal {
    /** As the bus wants it. */
    public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
    }
  }

  /**
   * Two results.
   *
   * @param <A> of the first
   * @param <B> of the second
   */
  final class Layout<A, B> extends Tuple {
    /** The revision of the menu, or the first result. */
    @Position(0)
    public final A first;

    /** The items, or the second result. */
    @Position(1)
    public final B second;

    /** As the bus wants it. */
    public Layout(A first, B second) {
      this.first = first;
      this.second = second;
    }
  }

  /** An item with those below it. */
  final class Node extends Struct {
    /** Its number. */
    @Position(0)
    public final int id;

    /** What it looks like. */
    @Position(1)
    public final Map<String, Variant<?>> properties;

    /** Nodes in variants. */
    @Position(2)
    public final List<Variant<?>> children;

    /** As the bus wants it. */
    public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
      this.id = id;
      this.properties = properties;
      this.children = children;
    }
  }

  /** What an item looks like. */
  final class Properties extends Struct {
    /** Its number. */
    @Position(0)
    public final int id;

    /** By name. */
    @Position(1)
    public final Map<String, Variant<?>> values;

    /** As the bus wants it. */
    public Properties(int id, Map<String, Variant<?>> values) {
      this.id = id;
      this.values = values;
    }
  }

  /** Something that happened to an item. */
  final class Happening extends Struct {
    /** Its number. */
    @Position(0)
    public final int id;

    /** What, e.g. {@code clicked}. */
    @Position(1)
    public final String event;

    /** Of no meaning for what is used here. */
    @Position(2)
    public final Variant<?> data;

    /** When. */
    @Position(3)
    public final UInt32 timestamp;

    /** As the bus wants it. */
    public Happening(int id, String event, Variant<?> data, UInt32 timestamp) {
      this.id = id;
      this.event = event;
      this.data = data;
      this.timestamp = timestamp;
    }
  }
}
