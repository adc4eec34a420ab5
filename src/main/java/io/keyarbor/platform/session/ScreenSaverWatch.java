package io.keyarbor.platform.session;

import io.keyarbor.platform.dbus.BusAddress;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.constants.MessageTypes;

/** Watches the screen lockers of Linux desktops, which all tell the same in their own name. */
final class ScreenSaverWatch implements SessionWatch {
  private static final List<String> LOCKERS =
      List.of(
          "org.freedesktop.ScreenSaver",
          "org.gnome.ScreenSaver",
          "org.cinnamon.ScreenSaver",
          "org.mate.ScreenSaver",
          "org.xfce.ScreenSaver");

  private final DBusConnection bus;

  private ScreenSaverWatch(DBusConnection bus) {
    this.bus = bus;
  }

  /** Starts to watch; where there is no such bus, nothing is ever told. */
  static SessionWatch start(BusAddress address, Listener listener) {
    Optional<DBusConnection> bus = address.connect();
    if (bus.isEmpty()) {
      return () -> {};
    }
    ScreenSaverWatch watch = new ScreenSaverWatch(bus.get());
    try {
      for (String locker : LOCKERS) {
        watch.listen(locker, listener);
      }
    } catch (DBusException e) {
      watch.close();
    }
    return watch;
  }

  private void listen(String locker, Listener listener) throws DBusException {
    bus.addGenericSigHandler(
        DBusMatchRuleBuilder.create()
            .withType(MessageTypes.SIGNAL)
            .withInterface(locker)
            .withMember("ActiveChanged")
            .build(),
        signal -> {
          if (LogindWatch.first(signal, Boolean.class).orElse(false)) {
            listener.away(Cause.SCREEN_LOCK);
          }
        });
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
