package io.keyarbor.platform.session;

import io.keyarbor.platform.dbus.ReadOnlyProperties;
import java.util.HashMap;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Speaks as logind does, on a bus of the test's own. */
public final class FakeLogind implements LogindWatch.Manager, AutoCloseable {
  static final String SESSION = "/org/freedesktop/login1/session/_37";
  private static final String ROOT = "/org/freedesktop/login1";

  private final DBusConnection bus;

  FakeLogind(DBusConnection bus) throws DBusException {
    this(bus, Map.of("Active", true, "LockedHint", false));
  }

  /** One whose session is as {@code facts} say. */
  FakeLogind(DBusConnection bus, Map<String, Boolean> facts) throws DBusException {
    this.bus = bus;
    bus.exportObject(ROOT, this);
    bus.exportObject(SESSION, new Facts(facts));
    // Last: who is there by that name can be asked.
    bus.requestBusName("org.freedesktop.login1");
  }

  /** What the session tells of itself. */
  public static final class Facts extends ReadOnlyProperties {
    private final Map<String, Boolean> facts;

    Facts(Map<String, Boolean> facts) {
      this.facts = facts;
    }

    @Override
    protected Map<String, Variant<?>> facts(String of) {
      Map<String, Variant<?>> told = new HashMap<>();
      facts.forEach((name, value) -> told.put(name, new Variant<>(value)));
      return told;
    }

    @Override
    public String getObjectPath() {
      return SESSION;
    }
  }

  @Override
  public DBusPath GetSession(String id) {
    if (!id.equals("7")) {
      throw new DBusExecutionException("no such session");
    }
    return new DBusPath(SESSION);
  }

  @Override
  public DBusPath GetSessionByPID(UInt32 process) {
    throw new DBusExecutionException("it belongs to none");
  }

  @Override
  public String getObjectPath() {
    return ROOT;
  }

  void prepareForSleep(boolean begins) throws DBusException {
    send(ROOT, "org.freedesktop.login1.Manager", "PrepareForSleep", "b", begins);
  }

  void lock(String session) throws DBusException {
    send(session, "org.freedesktop.login1.Session", "Lock", null);
  }

  void property(String name, boolean value) throws DBusException {
    send(
        SESSION,
        "org.freedesktop.DBus.Properties",
        "PropertiesChanged",
        "sa{sv}as",
        "org.freedesktop.login1.Session",
        Map.of(name, new Variant<>(value)),
        new String[0]);
  }

  private void send(String path, String face, String name, String types, Object... values)
      throws DBusException {
    bus.sendMessage(
        bus.getMessageFactory().createSignal(bus.getUniqueName(), path, face, name, types, values));
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
