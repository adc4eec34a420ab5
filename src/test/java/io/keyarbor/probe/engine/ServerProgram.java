package io.keyarbor.probe.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server of the system, run for one test. */
final class ServerProgram implements AutoCloseable {
  private final Process process;

  private ServerProgram(Process process) {
    this.process = process;
  }

  /** A port of the loopback that nothing listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** What a server said when it was ready. */
  record Started(ServerProgram program, Matcher ready) {}

  /**
   * Starts it, and returns once a line of what it says holds {@code ready}.
   *
   * @param input what it gets on its standard input
   */
  static Started start(ProcessBuilder builder, String input, Pattern ready) throws IOException {
    Process process = builder.redirectErrorStream(true).start();
    try {
      process.outputWriter(StandardCharsets.UTF_8).append(input).flush();
      return new Started(new ServerProgram(process), await(process, ready));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static Matcher await(Process process, Pattern ready) throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      Matcher matcher = ready.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> drain(log));
        return matcher;
      }
      said.append(line).append('\n');
    }
    throw new IOException("the server did not start: " + said);
  }

  private static void drain(BufferedReader log) {
    try {
      log.skip(Long.MAX_VALUE);
    } catch (IOException e) {
      // It was stopped.
    }
  }

  /** Stops it and its helpers, and waits until they are gone. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
