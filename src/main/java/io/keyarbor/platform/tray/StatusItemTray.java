package io.keyarbor.platform.tray;

import io.keyarbor.platform.dbus.SessionBus;
import io.keyarbor.platform.tray.StatusNotifier.Item;
import io.keyarbor.platform.tray.StatusNotifier.Watcher;
import java.util.List;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;

/**
 * A tray icon of Linux desktops: a StatusNotifierItem. It counts as shown while a watcher has it in
 * its list and says that somebody is there who shows the list; watchers and panels come and go.
 *
 * @param <C> what choosing an item of the menu means
 */
public final class StatusItemTray<C> implements Tray<C> {
  private final SessionBus session;
  private final TrayListener<C> listener;
  private final ItemObject item;
  private final MenuObject<C> menu;
  // Of the bus's thread alone.
  private boolean present;
  private String name = "";
  private volatile boolean shown;
  private volatile boolean closed;

  /** An icon that {@link #show} brings to the panel. */
  public StatusItemTray(SessionBus session, TrayListener<C> listener) {
    this.session = session;
    this.listener = listener;
    item = new ItemObject(listener::pressed);
    menu = new MenuObject<>(listener::chosen);
    session.whenLost(() -> shown(false));
  }

  /** At once, for the bus may be busy for long: after a lock no name may be read there. */
  @Override
  public synchronized void show(TrayFace<C> face) {
    item.show(face.icon(), face.tooltip());
    UInt32 revision = menu.show(face.menu());
    session.run(bus -> {
      if (!present) {
        present = true;
        appear(bus);
        return;
      }
      bus.sendMessage(new Item.NewIcon(item.getObjectPath()));
      bus.sendMessage(new Item.NewToolTip(item.getObjectPath()));
      bus.sendMessage(new DbusMenu.LayoutUpdated(menu.getObjectPath(), revision, MenuTable.ROOT));
    });
  }

  private void appear(DBusConnection bus) throws DBusException {
    bus.exportObject(item);
    bus.exportObject(menu);
    // One process may have several connections, each with an icon.
    String connection = bus.getUniqueName().replaceAll("^.*\\.", "");
    name = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-" + connection;
    bus.requestBusName(name);
    bus.addSigHandler(
        DBus.NameOwnerChanged.class,
        change -> {
          if (change.name.equals(StatusNotifier.WATCHER)) {
            session.run(change.newOwner.isEmpty() ? b -> shown(false) : this::register);
          }
        });
    look(bus, Watcher.StatusNotifierHostRegistered.class);
    look(bus, Watcher.StatusNotifierHostUnregistered.class);
    look(bus, Watcher.StatusNotifierItemRegistered.class);
    look(bus, Watcher.StatusNotifierItemUnregistered.class);
    register(bus);
  }

  /** Whatever the watcher tells, it is asked how things are now. */
  private <T extends DBusSignal> void look(DBusConnection bus, Class<T> signal)
      throws DBusException {
    bus.addSigHandler(signal, told -> session.run(this::ask));
  }

  private void register(DBusConnection bus) throws DBusException {
    if (closed) {
      return;
    }
    try {
      bus.getRemoteObject(StatusNotifier.WATCHER, StatusNotifier.WATCHER_PATH, Watcher.class)
          .register(name);
    } catch (DBusExecutionException noWatcher) {
      shown(false);
      return;
    }
    ask(bus);
  }

  private void ask(DBusConnection bus) throws DBusException {
    boolean now;
    try {
      Properties watcher =
          bus.getRemoteObject(
              StatusNotifier.WATCHER, StatusNotifier.WATCHER_PATH, Properties.class);
      now =
          Boolean.TRUE.equals(
                  watcher.<Object>Get(StatusNotifier.WATCHER, "IsStatusNotifierHostRegistered"))
              && isListed(
                  bus, watcher.Get(StatusNotifier.WATCHER, "RegisteredStatusNotifierItems"));
    } catch (DBusExecutionException noWatcher) {
      now = false;
    }
    shown(now && !closed);
  }

  /** Watchers list the name or the connection, some with the path of the object after it. */
  private boolean isListed(DBusConnection bus, Object items) {
    Stream<?> listed =
        switch (items) {
          case Object[] array -> Stream.of(array);
          case List<?> list -> list.stream();
          default -> Stream.empty();
        };
    return listed
        .map(Object::toString)
        .anyMatch(one -> isOf(one, name) || isOf(one, bus.getUniqueName()));
  }

  private static boolean isOf(String listed, String program) {
    return listed.equals(program) || listed.startsWith(program + "/");
  }

  private void shown(boolean now) {
    if (shown != now) {
      shown = now;
      listener.shown(now);
    }
  }

  @Override
  public boolean isShown() {
    return shown;
  }

  @Override
  public void close() {
    closed = true;
    session.run(bus -> {
      if (present) {
        bus.releaseBusName(name);
        bus.unExportObject(item.getObjectPath());
        bus.unExportObject(menu.getObjectPath());
      }
    });
    shown(false);
  }
}
