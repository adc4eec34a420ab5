package io.keyarbor.platform.session;

import io.keyarbor.platform.dbus.BusAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;

/** A message bus for one test alone, by the reference implementation. */
public final class PrivateBus implements AutoCloseable {
  /** Starts no services by itself, as that of a desktop would. */
  private static final String CONFIG =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>unix:path=SOCKET</listen>
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>
      """;

  private final Process daemon;
  private final String address;

  private PrivateBus(Process daemon, String address) {
    this.daemon = daemon;
    this.address = address;
  }

  /** Starts one that listens in {@code folder}. */
  public static PrivateBus start(Path folder) throws IOException {
    Path config = folder.resolve("bus.conf");
    Files.writeString(config, CONFIG.replace("SOCKET", folder.resolve("bus").toString()));
    Process daemon =
        new ProcessBuilder("dbus-daemon", "--config-file=" + config, "--nofork", "--print-address")
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
