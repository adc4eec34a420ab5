package io.keyarbor.platform.dbus;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;

/**
 * The bus of the person's session. It connects when it is first used, and never lets a caller wait:
 * all that is asked of it is done on one thread of its own, one thing after the other. Where there
 * is no such bus, or a service on it does not answer, nothing happens. Safe for any thread.
 */
public final class SessionBus implements AutoCloseable {
  private final BusAddress address;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("keyarbor-session-bus").factory());
  private final List<Runnable> whenLost = new CopyOnWriteArrayList<>();
  // Of that thread alone.
  private Optional<DBusConnection> connection = Optional.empty();
  private boolean tried;

  /** What is done with the bus. */
  @FunctionalInterface
  public interface Deed {
    /** Speaks with {@code bus}; may wait for answers. */
    void on(DBusConnection bus) throws DBusException;
  }

  /** The bus at that address. */
  public SessionBus(BusAddress address) {
    this.address = address;
  }

  /** Does {@code deed} later; if it fails, it is over. */
  public void run(Deed deed) {
    thread.execute(() -> connected().ifPresent(bus -> attempt(deed, bus)));
  }

  /** Calls {@code listener} when the bus goes away; it does not come back. Any thread. */
  public void whenLost(Runnable listener) {
    whenLost.add(listener);
  }

  private static void attempt(Deed deed, DBusConnection bus) {
    try {
      deed.on(bus);
    } catch (DBusException | RuntimeException noService) {
      // The desktop lacks what was asked for. Who needs to know sees that nothing came of it.
    }
  }

  private Optional<DBusConnection> connected() {
    if (!tried) {
      tried = true;
      connection = address.connect(() -> whenLost.forEach(Runnable::run));
    }
    return connection.filter(DBusConnection::isConnected);
  }

  /** Leaves the bus once all that was asked is done, and does not wait. A later deed joins anew. */
  @Override
  public void close() {
    thread.execute(() -> {
      connection.ifPresent(DBusConnection::disconnect);
      connection = Optional.empty();
      tried = false;
    });
  }
}
