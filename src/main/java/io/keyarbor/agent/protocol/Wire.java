package io.keyarbor.agent.protocol;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.Timer.Pending;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One end of a connection: whole frames, each within its time. A frame is its length in four bytes,
 * then its bytes. What passed through its buffers is wiped. One thread may read while another one
 * writes.
 */
public final class Wire implements AutoCloseable {
  private static final int BUFFER = 4 << 10;
  private static final int FIRST_PART = 64 << 10;

  // Outside the heap, so that the JDK makes no copies of its own.
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER).flip();
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER);
  private final SocketChannel channel;
  private final Timer timer;

  /** Over a connected channel, which it owns. */
  public Wire(SocketChannel channel, Timer timer) {
    this.channel = channel;
    this.timer = timer;
  }

  /**
   * Waits for the next frame.
   *
   * @param largest the most bytes that it may have
   * @param patience until its first byte; empty waits for ever
   * @return empty if the other side ended the connection between two frames
   * @throws SocketTimeoutException if it took too long
   * @throws Malformed if it is too large
   */
  public Optional<FrameReader> read(int largest, Optional<Duration> patience) throws IOException {
    boolean more =
        incoming.hasRemaining()
            || (patience.isPresent() ? within(patience.get(), this::fill) : fill());
    if (!more) {
      return Optional.empty();
    }
    return Optional.of(within(Protocol.FRAME_TIME, () -> frame(largest)));
  }

  private FrameReader frame(int largest) throws IOException {
    byte[] header = new byte[Integer.BYTES];
    take(header, 0, header.length);
    int length = ByteBuffer.wrap(header).getInt();
    if (length < 0 || length > largest) {
      throw new Malformed("a frame of more than " + largest + " bytes");
    }
    // Grows with what comes, so that a mere announcement costs no memory.
    byte[] body = new byte[Math.min(length, FIRST_PART)];
    int filled = 0;
    try {
      while (true) {
        take(body, filled, body.length - filled);
        filled = body.length;
        if (filled == length) {
          return new FrameReader(body);
        }
        byte[] before = body;
        body = Arrays.copyOf(before, (int) Math.min(length, 2L * before.length));
        Arrays.fill(before, (byte) 0);
      }
    } catch (IOException e) {
      Arrays.fill(body, (byte) 0);
      throw e;
    } finally {
      wipeIfRead();
    }
  }

  private void take(byte[] target, int offset, int length) throws IOException {
    int taken = 0;
    while (taken < length) {
      if (!incoming.hasRemaining() && !fill()) {
        throw new EOFException("the connection ended within a frame");
      }
      int part = Math.min(length - taken, incoming.remaining());
      incoming.get(target, offset + taken, part);
      taken += part;
    }
  }

  private boolean fill() throws IOException {
    wipe(incoming);
    try {
      return channel.read(incoming) > 0;
    } finally {
      incoming.flip();
    }
  }

  private void wipeIfRead() {
    if (!incoming.hasRemaining()) {
      wipe(incoming);
      incoming.flip();
    }
  }

  /**
   * Sends a frame. When this throws, the other side got no whole frame.
   *
   * @throws SocketTimeoutException if the other side takes nothing
   */
  public void write(FrameWriter frame) throws IOException {
    within(
        Protocol.FRAME_TIME,
        () -> {
          outgoing.clear().putInt(frame.length());
          int sent = 0;
          try {
            do {
              int part = Math.min(outgoing.remaining(), frame.length() - sent);
              outgoing.put(frame.bytes(), sent, part).flip();
              sent += part;
              while (outgoing.hasRemaining()) {
                channel.write(outgoing);
              }
              outgoing.clear();
            } while (sent < frame.length());
          } finally {
            wipe(outgoing);
          }
          return true;
        });
  }

  private interface Transfer<R> {
    R run() throws IOException;
  }

  /** Ends the connection if {@code transfer} takes too long, for it can no longer be made sense. */
  private <R> R within(Duration limit, Transfer<R> transfer) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    Pending alarm =
        timer.after(
            limit,
            () -> {
              late.set(true);
              close();
            });
    try {
      return transfer.run();
    } catch (ClosedChannelException e) {
      throw late.get() ? new SocketTimeoutException("the other side is too slow") : e;
    } finally {
      alarm.cancel();
    }
  }

  private static void wipe(ByteBuffer buffer) {
    MemorySegment.ofBuffer(buffer.clear()).fill((byte) 0);
  }

  /** Ends the connection, whoever reads or writes. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to do with it.
    }
  }
}
