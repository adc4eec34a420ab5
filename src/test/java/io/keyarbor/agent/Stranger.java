package io.keyarbor.agent;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Another user's program. Alone in its class path, so it knows nothing but the JDK. */
final class Stranger {
  private Stranger() {}

  /** Arguments: {@code connect SOCKET} or {@code listen SOCKET}; prints what it was told. */
  public static void main(String[] args) throws IOException {
    Path socket = Path.of(args[1]);
    if (args[0].equals("connect")) {
      try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(UnixDomainSocketAddress.of(socket));
        say(channel);
      }
    } else {
      try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        listening.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        System.out.println("listening");
        try (SocketChannel channel = listening.accept()) {
          say(channel);
        }
      }
    }
  }

  private static void say(SocketChannel channel) throws IOException {
    ByteBuffer told = ByteBuffer.allocate(1_000);
    while (channel.read(told) > 0) {
      // Until the other side ends it.
    }
    System.out.println(
        "told: " + new String(told.array(), 0, told.position(), StandardCharsets.UTF_8).strip());
  }
}
