package io.keyarbor.platform.tray;

import io.keyarbor.platform.dbus.ReadOnlyProperties;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/** Keeps the list of icons, as a desktop's panel does, and shows them or not. */
final class Panel extends ReadOnlyProperties implements StatusNotifier.Watcher {
  private final DBusConnection bus;
  private final List<String> items = new CopyOnWriteArrayList<>();
  private volatile boolean showing;

  /** Not there yet. */
  Panel(DBusConnection bus, boolean showing) {
    this.bus = bus;
    this.showing = showing;
  }

  /** Is there from now on. */
  Panel appear() throws DBusException {
    bus.exportObject(this);
    bus.requestBusName(StatusNotifier.WATCHER);
    return this;
  }

  /** Is gone from now on. */
  void vanish() throws DBusException {
    bus.releaseBusName(StatusNotifier.WATCHER);
    bus.unExportObject(getObjectPath());
    items.clear();
  }

  /** Shows the icons from now on, or no longer. */
  void show(boolean now) throws DBusException {
    showing = now;
    bus.sendMessage(
        now
            ? new StatusNotifierHostRegistered(getObjectPath())
            : new StatusNotifierHostUnregistered(getObjectPath()));
  }

  /** Drops the icons, and says so. */
  void drop() throws DBusException {
    for (String item : items()) {
      items.remove(item);
      bus.sendMessage(new StatusNotifierItemUnregistered(getObjectPath(), item));
    }
  }

  List<String> items() {
    return List.copyOf(items);
  }

  @Override
  public void register(String service) {
    items.add(service);
  }

  @Override
  protected Map<String, Variant<?>> facts(String of) {
    return Map.of(
        "IsStatusNotifierHostRegistered",
        new Variant<>(showing),
        "RegisteredStatusNotifierItems",
        new Variant<>(items.stream().map(i -> i + "/StatusNotifierItem").toList(), "as"),
        "ProtocolVersion",
        new Variant<>(0));
  }

  @Override
  public String getObjectPath() {
    return StatusNotifier.WATCHER_PATH;
  }
}
