package io.keyarbor.platform.keyring;

import io.keyarbor.platform.session.PrivateBus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GNOME's keyring on a bus and in folders of the test's own. */
public final class GnomeKeyring implements AutoCloseable {
  private final PrivateBus bus;
  private final Path folder;
  private Process daemon;

  private GnomeKeyring(PrivateBus bus, Path folder) {
    this.bus = bus;
    this.folder = folder;
  }

  /** Starts one that is unlocked. */
  public static GnomeKeyring unlocked(Path folder) throws Exception {
    GnomeKeyring keyring = new GnomeKeyring(PrivateBus.start(folder), folder);
    keyring.start(true);
    return keyring;
  }

  private void start(boolean unlock) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gnome-keyring-daemon",
                "--foreground",
                "--components=secrets",
                "--control-directory=" + Files.createDirectories(folder.resolve("control"))));
    if (unlock) {
      command.add("--unlock");
    }
    ProcessBuilder starting = new ProcessBuilder(command);
    starting.environment().put("DBUS_SESSION_BUS_ADDRESS", bus.address());
    starting.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    starting.environment().put("XDG_RUNTIME_DIR", folder.toString());
    starting.environment().remove("DISPLAY");
    starting.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    daemon = starting.start();
    try (OutputStream password = daemon.getOutputStream()) {
      password.write("a test\n".getBytes(StandardCharsets.UTF_8));
    }
    awaitName();
  }

  private void awaitName() throws Exception {
    try (var connection = bus.connect()) {
      while (daemon.isAlive()
          && !List.of(connection.getNames()).contains("org.freedesktop.secrets")
          && !isOwned(connection)) {
        Thread.onSpinWait();
      }
    }
  }

  private static boolean isOwned(org.freedesktop.dbus.connections.impl.DBusConnection bus) {
    try {
      return !bus.getDBusOwnerName("org.freedesktop.secrets").isEmpty();
    } catch (org.freedesktop.dbus.exceptions.DBusExecutionException e) {
      return false;
    }
  }

  /** The keyring as the app sees it. */
  public Keyring keyring() {
    return new SecretService(bus.place());
  }

  /** Starts it anew, as after a login that did not open it. */
  public void lock() throws Exception {
    stop();
    start(false);
  }

  private void stop() throws InterruptedException {
    daemon.destroy();
    daemon.waitFor();
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bus.close();
  }
}
