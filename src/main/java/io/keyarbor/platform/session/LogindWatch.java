package io.keyarbor.platform.session;

import com.sun.security.auth.module.UnixSystem;
import io.keyarbor.platform.Timer;
import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.platform.session.SessionWatch.Cause;
import io.keyarbor.platform.session.SessionWatch.Listener;
import io.keyarbor.platform.session.SleepDelay.Held;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.constants.MessageTypes;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * Watches by logind, of which systemd and elogind have one: {@code man org.freedesktop.login1}.
 * While it watches, the computer sleeps only once the listener has done its part, or after the
 * seconds that the system grants.
 */
final class LogindWatch implements BusWatch.Ear {
  private static final String LOGIND = "org.freedesktop.login1";
  private static final String ROOT = "/org/freedesktop/login1";
  private static final String SESSION = LOGIND + ".Session";

  private final DBusConnection bus;
  private final Supplier<Held> delay;
  private final Listener listener;
  private Optional<String> session = Optional.empty();
  private Held held = () -> {};

  /** What is asked of logind. */
  @DBusInterfaceName("org.freedesktop.login1.Manager")
  public interface Manager extends DBusInterface {
    /** The session of that name. */
    DBusPath GetSession(String id);

    /** The session that a process belongs to. */
    DBusPath GetSessionByPID(UInt32 process);
  }

  private LogindWatch(DBusConnection bus, Supplier<Held> delay, Listener listener) {
    this.bus = bus;
    this.delay = delay;
    this.listener = listener;
  }

  /**
   * Starts to watch.
   *
   * @param env says by {@code XDG_SESSION_ID} which session is the person's
   * @param delay has the system wait with sleeping
   */
  static SessionWatch start(
      BusAddress address,
      Map<String, String> env,
      Supplier<Held> delay,
      Timer timer,
      Listener listener) {
    return BusWatch.start(
        address,
        bus -> {
          LogindWatch watch = new LogindWatch(bus, delay, listener);
          watch.begin(env);
          return watch;
        },
        timer,
        listener);
  }

  private void begin(Map<String, String> env) throws DBusException {
    listen(ROOT, LOGIND + ".Manager", "PrepareForSleep", this::sleep);
    session = session(env);
    // Fails if logind is not there, not even after it was asked: it may come later.
    bus.getDBusOwnerName(LOGIND);
    if (session.isPresent()) {
      listen(session.get(), SESSION, "Lock", s -> listener.away(Cause.SCREEN_LOCK));
      listen(session.get(), "org.freedesktop.DBus.Properties", "PropertiesChanged", this::changed);
    }
    // Last, for it is a process that runs until it is let go.
    holdAgain();
  }

  private void listen(String path, String face, String name, DBusSigHandler<DBusSignal> handler)
      throws DBusException {
    bus.addGenericSigHandler(
        DBusMatchRuleBuilder.create()
            .withType(MessageTypes.SIGNAL)
            .withPath(path)
            .withInterface(face)
            .withMember(name)
            .build(),
        signal -> {
          if (isLogind(signal)) {
            handler.handle(signal);
          }
        });
  }

  /** Anybody may send a signal of that name over the system's bus. */
  private boolean isLogind(DBusSignal signal) {
    try {
      return signal.getSource().equals(bus.getDBusOwnerName(LOGIND));
    } catch (DBusExecutionException e) {
      return false;
    }
  }

  private Optional<String> session(Map<String, String> env) throws DBusException {
    Manager manager = bus.getRemoteObject(LOGIND, ROOT, Manager.class);
    Optional<String> named =
        Optional.ofNullable(env.get("XDG_SESSION_ID"))
            .flatMap(id -> asked(() -> manager.GetSession(id).getPath()));
    UInt32 self = new UInt32(ProcessHandle.current().pid());
    return named
        .or(() -> asked(() -> manager.GetSessionByPID(self).getPath()))
        .or(() -> asked(this::shownSession));
  }

  /** A desktop may start its programs outside of its session; logind knows which one is shown. */
  private String shownSession() {
    try {
      String user = ROOT + "/user/_" + new UnixSystem().getUid();
      Properties facts = bus.getRemoteObject(LOGIND, user, Properties.class);
      Object[] display = facts.Get(LOGIND + ".User", "Display");
      return ((DBusPath) display[1]).getPath();
    } catch (DBusException e) {
      throw new DBusExecutionException(e.getMessage());
    }
  }

  private static Optional<String> asked(Supplier<String> question) {
    try {
      return Optional.of(question.get());
    } catch (DBusExecutionException | ClassCastException | ArrayIndexOutOfBoundsException e) {
      // No such session; the next way may find it.
      return Optional.empty();
    }
  }

  private void sleep(DBusSignal signal) {
    if (first(signal, Boolean.class).orElse(false)) {
      try {
        listener.away(Cause.SLEEP);
      } finally {
        letSleep();
      }
    } else {
      holdAgain();
    }
  }

  private synchronized void letSleep() {
    held.close();
  }

  private synchronized void holdAgain() {
    held.close();
    held = delay.get();
  }

  private void changed(DBusSignal signal) {
    try {
      Object[] parts = signal.getParameters();
      if (!SESSION.equals(parts[0]) || !(parts[1] instanceof Map<?, ?> facts)) {
        return;
      }
      away(facts.get("Active"), facts.get("LockedHint")).ifPresent(listener::away);
    } catch (DBusException e) {
      // Not of the form that logind sends.
    }
  }

  private static Optional<Cause> away(Object active, Object locked) {
    if (Boolean.FALSE.equals(value(active))) {
      return Optional.of(Cause.USER_SWITCH);
    }
    return Boolean.TRUE.equals(value(locked)) ? Optional.of(Cause.SCREEN_LOCK) : Optional.empty();
  }

  @Override
  public Optional<Cause> missed() {
    return session.flatMap(path -> {
      try {
        Properties facts = bus.getRemoteObject(LOGIND, path, Properties.class);
        Object active = facts.Get(SESSION, "Active");
        Object locked = facts.Get(SESSION, "LockedHint");
        return away(active, locked);
      } catch (DBusException e) {
        throw new DBusExecutionException(e.getMessage());
      }
    });
  }

  private static Object value(Object fact) {
    return fact instanceof Variant<?> variant ? variant.getValue() : fact;
  }

  static <T> Optional<T> first(DBusSignal signal, Class<T> type) {
    try {
      List<Object> parts = List.of(signal.getParameters());
      return parts.stream().findFirst().filter(type::isInstance).map(type::cast);
    } catch (DBusException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    letSleep();
    bus.disconnect();
  }
}
