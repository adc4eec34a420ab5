package io.keyarbor.platform.dbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

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
            public void disconnectOnError(IOException failure) {
              whenLost.forEach(Runnable::run);
            }
          });
      return Optional.of(builder.build());
    } catch (DBusException | RuntimeException unreachable) {
      return Optional.empty();
    }
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
