package io.keyarbor.probe.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that sends whatever bytes it likes, as soon as the first byte of a request came. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger connections = new AtomicInteger();
  private final boolean speaksFirst;

  /** What is done with a connection; it is closed afterwards. */
  public interface Manners {
    void serve(Wire wire) throws IOException, InterruptedException;
  }

  /** A connection. */
  public record Wire(Socket socket) {
    /** Sends each character as one byte. */
    public void text(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    /**
     * Sends that text over and over until the other side goes. The pause is the slowness that is
     * being tested; no test waits for it or depends on how long it is.
     */
    public void drip(String text, long pauseMillis) throws IOException, InterruptedException {
      for (; ; ) {
        text(text);
        if (pauseMillis > 0) {
          Thread.sleep(pauseMillis);
        }
      }
    }

    /** Ends the connection by a reset. */
    public void reset() throws SocketException {
      socket.setSoLinger(true, 0);
    }

    /** Waits until the other side goes. */
    public void waitForEnd() throws IOException {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // Only the end matters.
      }
    }
  }

  private RawServer(ServerSocket listener, boolean speaksFirst) {
    this.listener = listener;
    this.speaksFirst = speaksFirst;
  }

  /** Waits for the first byte of each connection, then does that. */
  public static RawServer start(Manners manners) throws IOException {
    return start(manners, false);
  }

  /** Does that with each connection at once. */
  public static RawServer speaking(Manners manners) throws IOException {
    return start(manners, true);
  }

  private static RawServer start(Manners manners, boolean speaksFirst) throws IOException {
    RawServer server =
        new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), speaksFirst);
    server.threads.execute(() -> server.accept(manners));
    return server;
  }

  private void accept(Manners manners) {
    try {
      for (; ; ) {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket, manners));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket, Manners manners) {
    try (socket) {
      if (speaksFirst || socket.getInputStream().read() >= 0) {
        manners.serve(new Wire(socket));
      }
    } catch (IOException | InterruptedException e) {
      // The other side went, or the test is over.
    }
  }

  /** Where it listens on the loopback. */
  public int port() {
    return listener.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** How many there were. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
