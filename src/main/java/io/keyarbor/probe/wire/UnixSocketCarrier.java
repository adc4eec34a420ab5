package io.keyarbor.probe.wire;

import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Carrier;
import io.keyarbor.probe.http.ErrorClass;
import io.keyarbor.probe.text.BadInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests through sockets of this computer, each over a connection of its own. Nothing of it
 * comes to the network.
 *
 * @param most bytes of an answer's body
 */
public record UnixSocketCarrier(int most) implements Carrier {
  @Override
  public Answer send(Call call, Duration patience) throws InterruptedException {
    Path path = path(call.socket());
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      FutureTask<Answer> task = new FutureTask<>(() -> exchange(call, path, channel));
      Thread.ofVirtual().start(task);
      try {
        return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return Answer.failed(call, "read_timeout", Optional.empty());
      } finally {
        task.cancel(true);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadInput bad) {
        throw bad;
      }
      return Answer.failed(call, errorClass(e.getCause(), path), Optional.empty());
    } catch (IOException | UnsupportedOperationException e) {
      return Answer.failed(call, "no_socket", Optional.empty());
    }
  }

  private Answer exchange(Call call, Path path, SocketChannel channel) throws IOException {
    channel.connect(UnixDomainSocketAddress.of(path));
    Http1.send(call, Channels.newOutputStream(channel));
    return new HttpReader(new BufferedInputStream(Channels.newInputStream(channel)), most)
        .read(call);
  }

  private static Path path(String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Told below.
    }
    throw new BadInput("The path of a socket starts at the root, as /run/service.sock does.");
  }

  /** The platform has one class for all of them, with the system's words. */
  private static String errorClass(Throwable fault, Path path) {
    String words = String.valueOf(fault.getMessage());
    if (fault instanceof SocketException && words.contains("Permission denied")) {
      return "permission_denied";
    }
    if (fault instanceof SocketException && !Files.exists(path)) {
      return "no_socket";
    }
    return words.contains("refused") ? "connect_refused" : ErrorClass.of(fault, false);
  }

  @Override
  public void close() {
    // No connection outlives its request.
  }
}
