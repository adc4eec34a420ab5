package io.keyarbor.platform.dbus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/**
 * The bus of the person's session. It connects when it is first used, and never lets a caller wait:
 * all that is asked of it is done on one thread of its own, one thing after the other. Where there
 * is no such bus, or a service on it does not answer, nothing happens. Safe for any thread.
 */
public final class SessionBus implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Optional<String> address;
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

  /**
   * The bus at that address.
   *
   * @param address in the words of the D-Bus specification; empty if there is none
   */
  public SessionBus(Optional<String> address) {
    this.address = address.flatMap(SessionBus::firstSocket);
  }

  /** The bus of the session that {@code env} speaks of. */
  public static SessionBus of(Map<String, String> env) {
    return new SessionBus(
        Optional.ofNullable(env.get("DBUS_SESSION_BUS_ADDRESS"))
            .filter(said -> !said.isBlank())
            .or(() ->
                Optional.ofNullable(env.get("XDG_RUNTIME_DIR"))
                    .map(folder -> Path.of(folder, "bus"))
                    .filter(Files::exists)
                    .map(socket -> "unix:path=" + socket)));
  }

  /** Java speaks no other transport; an address may name several to try. */
  private static Optional<String> firstSocket(String addresses) {
    return Stream.of(addresses.split(";", -1)).filter(a -> a.startsWith("unix:path=")).findFirst();
  }

  /** Does {@code deed} later; if it fails, it is over. */
  public void run(Deed deed) {
    try {
      thread.execute(() -> connected().ifPresent(bus -> attempt(deed, bus)));
    } catch (RejectedExecutionException closed) {
      // The app ends.
    }
  }

  /** Calls {@code listener} when the bus goes away; it does not come back. Any thread. */
  public void whenLost(Runnable listener) {
    whenLost.add(listener);
  }

  private static void attempt(Deed deed, DBusConnection bus) {
    try {
      deed.on(bus);
    } catch (DBusException | DBusExecutionException noService) {
      // The desktop lacks what was asked for. Who needs to know sees that nothing came of it.
    }
  }

  private Optional<DBusConnection> connected() {
    if (!tried) {
      tried = true;
      connection = address.flatMap(this::connect);
    }
    return connection.filter(DBusConnection::isConnected);
  }

  private Optional<DBusConnection> connect(String at) {
    try {
      DBusConnectionBuilder builder = DBusConnectionBuilder.forAddress(at).withShared(false);
      builder.transportConfig().withTimeout((int) CONNECT.toMillis());
      builder.withDisconnectCallback(
          new IDisconnectCallback() {
            @Override
            public void disconnectOnError(java.io.IOException failure) {
              whenLost.forEach(Runnable::run);
            }
          });
      return Optional.of(builder.build());
    } catch (DBusException | RuntimeException unreachable) {
      return Optional.empty();
    }
  }

  /** Leaves the bus once all that was asked is done. Does not wait. */
  @Override
  public void close() {
    try {
      thread.execute(() -> connection.ifPresent(DBusConnection::disconnect));
    } catch (RejectedExecutionException closedBefore) {
      return;
    }
    thread.shutdown();
  }
}
