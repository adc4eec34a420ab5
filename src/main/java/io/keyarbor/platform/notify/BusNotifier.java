package io.keyarbor.platform.notify;

import io.keyarbor.platform.dbus.SessionBus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Notifications of Linux desktops, shown by whichever server the session has. */
public final class BusNotifier implements Notifier {
  private static final String PRESSED = "default";

  private final SessionBus session;
  // Of the bus's thread alone.
  private final Map<UInt32, Runnable> shown = new HashMap<>();
  private Optional<DBusConnection> known = Optional.empty();
  private List<String> capabilities = List.of();

  /** Over the bus of a session, which stays the caller's. */
  public BusNotifier(SessionBus session) {
    this.session = session;
  }

  @Override
  public void tell(String title, String text, Runnable pressed) {
    session.run(bus -> {
      Notifications server = server(bus);
      List<String> can = capabilities(bus, server);
      UInt32 number =
          server.show(
              "Keyarbor",
              new UInt32(0),
              "keyarbor",
              title,
              can.contains("body-markup") ? escaped(text) : text,
              can.contains("actions") ? List.of(PRESSED, "Keyarbor") : List.of(),
              hints(),
              -1);
      shown.put(number, pressed);
    });
  }

  private static Notifications server(DBusConnection bus) throws DBusException {
    return bus.getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class);
  }

  /** Asked once a connection; from then on it is listened to what becomes of what is shown. */
  private List<String> capabilities(DBusConnection bus, Notifications server) throws DBusException {
    if (!known.equals(Optional.of(bus))) {
      capabilities = List.copyOf(server.capabilities());
      bus.addSigHandler(
          Notifications.ActionInvoked.class,
          told -> {
            if (told.key.equals(PRESSED)) {
              // After the deed that shows it: the signal may overtake the number it is known by.
              session.run(
                  b -> Optional.ofNullable(shown.get(told.number)).ifPresent(Runnable::run));
            }
          });
      bus.addSigHandler(
          Notifications.NotificationClosed.class,
          told -> session.run(b -> shown.remove(told.number)));
      known = Optional.of(bus);
    }
    return capabilities;
  }

  private static Map<String, Variant<?>> hints() {
    Map<String, Variant<?>> hints = new LinkedHashMap<>();
    hints.put("desktop-entry", new Variant<>("keyarbor"));
    // It names a credential: servers that keep a history leave it out.
    hints.put("transient", new Variant<>(true));
    return hints;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void takeBack() {
    session.run(bus -> {
      List<UInt32> all = List.copyOf(shown.keySet());
      shown.clear();
      for (UInt32 number : all) {
        try {
          server(bus).take(number);
        } catch (DBusExecutionException gone) {
          // Closed meanwhile, say; the others may still be there.
        }
      }
    });
  }
}
