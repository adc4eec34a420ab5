package io.keyarbor.platform.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;

/** A message bus for one test alone, by the reference implementation. */
public final class PrivateBus implements AutoCloseable {
  private final Process daemon;
  private final String address;

  private PrivateBus(Process daemon, String address) {
    this.daemon = daemon;
    this.address = address;
  }

  /** Starts one that listens in {@code folder}. */
  public static PrivateBus start(Path folder) throws IOException {
    Process daemon =
        new ProcessBuilder(
                "dbus-daemon",
                "--session",
                "--nofork",
                "--print-address",
                "--address=unix:path=" + folder.resolve("bus"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line = daemon.inputReader(StandardCharsets.UTF_8).readLine();
    return new PrivateBus(daemon, line.replaceFirst(",guid=.*", ""));
  }

  /** Where it listens, as programs are told. */
  public String address() {
    return address;
  }

  /** Where it listens. */
  public BusAddress place() {
    return new BusAddress(Optional.of(address));
  }

  /** A new connection to it. */
  public DBusConnection connect() {
    return place().connect().orElseThrow();
  }

  /** Sends a signal by a program that knows nothing of ours. */
  public void emit(String path, String signal, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("gdbus", "emit", "--session", "--object-path=" + path, "--signal=" + signal));
    command.addAll(List.of(arguments));
    ProcessBuilder emitting = new ProcessBuilder(command).inheritIO();
    emitting.environment().put("DBUS_SESSION_BUS_ADDRESS", address);
    Process gdbus = emitting.start();
    if (!gdbus.waitFor(30, TimeUnit.SECONDS) || gdbus.exitValue() != 0) {
      throw new IOException("gdbus did not send it");
    }
  }

  @Override
  public void close() {
    daemon.destroy();
    try {
      daemon.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
