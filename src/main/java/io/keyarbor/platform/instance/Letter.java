package io.keyarbor.platform.instance;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.Timer.Pending;
import io.keyarbor.platform.instance.Wish.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How a wish is sent: {@code version (1) | kind (1) | length (2) | word}, answered by one byte.
 * Each side has {@link #TIME} for its part.
 */
final class Letter {
  static final byte TAKEN = 1;
  static final byte REFUSED = 2;

  private static final byte VERSION = 1;
  private static final Duration TIME = Duration.ofSeconds(2);

  private Letter() {}

  /**
   * Sends a wish.
   *
   * @return what was answered
   */
  static byte send(SocketChannel channel, Timer timer, Wish wish) throws IOException {
    byte[] word = wish.word().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(4 + word.length);
    bytes.put(VERSION).put(wish.kind().code()).putShort((short) word.length).put(word);
    return within(
        channel,
        timer,
        () -> {
          write(channel, bytes.flip());
          return read(channel, 1).get();
        });
  }

  /**
   * Reads a wish.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Wish receive(SocketChannel channel, Timer timer) throws IOException {
    return within(
        channel,
        timer,
        () -> {
          ByteBuffer head = read(channel, 4);
          byte version = head.get();
          Kind kind = Kind.of(head.get());
          int length = Short.toUnsignedInt(head.getShort());
          if (version != VERSION || length > Wish.LONGEST_WORD) {
            throw new IllegalArgumentException("no wish of this version");
          }
          try {
            String word =
                StandardCharsets.UTF_8.newDecoder().decode(read(channel, length)).toString();
            return new Wish(kind, word);
          } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("no UTF-8", e);
          }
        });
  }

  /** Answers a wish. */
  static void answer(SocketChannel channel, Timer timer, byte answer) throws IOException {
    within(
        channel,
        timer,
        () -> {
          write(channel, ByteBuffer.wrap(new byte[] {answer}));
          return answer;
        });
  }

  private interface Part<R> {
    R run() throws IOException;
  }

  /** Ends the connection if {@code part} takes too long. */
  private static <R> R within(SocketChannel channel, Timer timer, Part<R> part) throws IOException {
    Pending end = timer.after(TIME, () -> close(channel));
    try {
      return part.run();
    } finally {
      end.cancel();
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer read(SocketChannel channel, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }
}
