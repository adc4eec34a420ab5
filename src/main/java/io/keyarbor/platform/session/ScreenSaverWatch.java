package io.keyarbor.platform.session;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.platform.session.SessionWatch.Cause;
import io.keyarbor.platform.session.SessionWatch.Listener;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.constants.MessageTypes;

/** Watches the screen lockers of Linux desktops, which all tell the same in their own name. */
final class ScreenSaverWatch implements BusWatch.Ear {
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

  /** Starts to watch. */
  static SessionWatch start(BusAddress address, Timer timer, Listener listener) {
    return BusWatch.start(
        address,
        bus -> {
          ScreenSaverWatch watch = new ScreenSaverWatch(bus);
          for (String locker : LOCKERS) {
            watch.listen(locker, listener);
          }
          return watch;
        },
        timer,
        listener);
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

  /** Lockers that are asked may be started by that; logind knows of most of them. */
  @Override
  public Optional<Cause> missed() {
    return Optional.empty();
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
