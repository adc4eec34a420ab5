package io.keyarbor.probe.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real server that runs for a test, in a folder of its own, and is ended by its handle. */
final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final String readyLine;

  private Program(Process process, String readyLine) {
    this.process = process;
    this.readyLine = readyLine;
  }

  /** The line in which it said that it is ready. */
  String readyLine() {
    return readyLine;
  }

  /**
   * Starts a server and waits until it says that it is ready.
   *
   * @param ready part of the line that says so
   */
  static Program start(Path folder, String ready, String... command) throws IOException {
    Process process = launch(folder, List.of(command));
    try {
      return new Program(process, await(process, ready));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Runs a command to its end. */
  static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process = launch(folder, List.of(command));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command[0] + " failed: " + said);
    }
  }

  /** The command as that user, where this one is root: some servers refuse to be. */
  static String[] as(String user, String... command) {
    Stream<String> change =
        isRoot()
            ? Stream.of("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups")
            : Stream.empty();
    return Stream.concat(change, Stream.of(command)).toArray(String[]::new);
  }

  /** Gives a file to that user, where this one is root. */
  static void giveTo(String user, Path file) throws IOException {
    if (isRoot()) {
      Files.setOwner(
          file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until somebody takes connections at {@code port}, for those who say too soon they do. */
  static void awaitConnections(int port) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (ConnectException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }

  private static Process launch(Path folder, List<String> command) throws IOException {
    return new ProcessBuilder(new ArrayList<>(command))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static String await(Process process, String ready) throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    String line = log.readLine();
    while (line != null && !line.contains(ready)) {
      said.append(line).append('\n');
      line = log.readLine();
    }
    if (line == null) {
      throw new IOException("The server did not start: " + said);
    }
    Thread.ofVirtual().start(() -> drain(log));
    return line;
  }

  private static void drain(BufferedReader log) {
    try {
      log.skip(Long.MAX_VALUE);
    } catch (IOException e) {
      // It was stopped.
    }
  }

  /** Stops it and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
