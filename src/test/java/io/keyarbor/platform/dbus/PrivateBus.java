package io.keyarbor.platform.dbus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A real bus of its own for one test. */
public final class PrivateBus implements AutoCloseable {
  private final Process daemon;
  private final String address;
  private final List<DBusConnection> guests = new ArrayList<>();

  /** Starts one whose socket lies in {@code folder}. */
  public PrivateBus(Path folder) throws IOException {
    daemon =
        new ProcessBuilder(
                "dbus-daemon",
                "--session",
                "--nofork",
                "--nopidfile",
                "--print-address",
                "--address=unix:path=" + folder.resolve("bus"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
    address = Optional.ofNullable(said.readLine()).orElseThrow(() -> new IOException("no bus"));
  }

  /** For environments and other programs. */
  public String address() {
    return address;
  }

  /** The bus as the app sees it; the caller closes it. */
  public SessionBus session() {
    return new SessionBus(new BusAddress(Optional.of(address)));
  }

  /** Another program on the bus. */
  public DBusConnection guest() throws DBusException {
    DBusConnection guest = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    guests.add(guest);
    return guest;
  }

  /** Ends the bus under all that are on it. */
  public void die() {
    daemon.destroyForcibly();
    daemon.onExit().join();
  }

  @Override
  public void close() {
    guests.forEach(DBusConnection::disconnect);
    die();
  }
}
