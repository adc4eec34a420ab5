package io.keyarbor.platform.dbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/**
 * Where a message bus listens, in the words of the D-Bus specification.
 *
 * @param address one Unix domain socket; empty if there is none
 */
public record BusAddress(Optional<String> address) {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final String SYSTEM = "unix:path=/run/dbus/system_bus_socket";

  /** That of the system. */
  public static BusAddress system(Map<String, String> env) {
    return new BusAddress(
        named(env, "DBUS_SYSTEM_BUS_ADDRESS")
            .or(() -> Optional.of(SYSTEM).filter(at -> Files.exists(path(at)))));
  }

  /** That of the person's session. */
  public static BusAddress session(Map<String, String> env) {
    return new BusAddress(
        named(env, "DBUS_SESSION_BUS_ADDRESS")
            .or(() ->
                Optional.ofNullable(env.get("XDG_RUNTIME_DIR"))
                    .map(folder -> "unix:path=" + folder + "/bus")
                    .filter(at -> Files.exists(path(at)))));
  }

  /** Who connects tries for seconds where no socket is; one whose name is escaped is tried. */
  private static boolean isGone(String address) {
    return !address.contains("%") && Files.notExists(path(address));
  }

  private static Path path(String address) {
    return Path.of(address.substring(address.indexOf('=') + 1).replaceFirst(",.*", ""));
  }

  /** Of several, the first that Java can speak with. */
  private static Optional<String> named(Map<String, String> env, String variable) {
    return Stream.of(env.getOrDefault(variable, "").split(";", -1))
        .filter(at -> at.startsWith("unix:path="))
        .findFirst();
  }

  /** Connects; empty if there is no bus. */
  public Optional<DBusConnection> connect() {
    return connect(() -> {});
  }

  /**
   * Connects; empty if there is no bus.
   *
   * @param lost called when the bus goes away, on a thread of the connection
   */
  public Optional<DBusConnection> connect(Runnable lost) {
    try {
      if (address.filter(at -> !isGone(at)).isEmpty()) {
        return Optional.empty();
      }
      DBusConnectionBuilder builder =
          DBusConnectionBuilder.forAddress(address.get()).withShared(false);
      builder.transportConfig().withTimeout((int) CONNECT.toMillis());
      builder.withDisconnectCallback(
          new IDisconnectCallback() {
            @Override
            public void disconnectOnError(IOException failure) {
              lost.run();
            }
          });
      return Optional.of(builder.build());
    } catch (DBusException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
