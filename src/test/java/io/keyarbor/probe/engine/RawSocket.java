package io.keyarbor.probe.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server behind a Unix socket that sends whatever bytes it likes after a request's head. */
final class RawSocket implements AutoCloseable {
  private final ServerSocketChannel listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** What is answered; the connection is closed afterwards. */
  interface Manners {
    void serve(OutputStream out) throws IOException, InterruptedException;
  }

  RawSocket(Path path, Manners manners) throws IOException {
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(path));
    threads.execute(() -> accept(manners));
  }

  private void accept(Manners manners) {
    try {
      for (; ; ) {
        SocketChannel channel = listener.accept();
        threads.execute(() -> serve(channel, manners));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(SocketChannel channel, Manners manners) {
    try (channel) {
      asked.add(head(Channels.newInputStream(channel)));
      manners.serve(Channels.newOutputStream(channel));
    } catch (IOException | InterruptedException e) {
      // The other side went, or the test is over.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.write(c);
      if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  /** The heads of all requests. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
