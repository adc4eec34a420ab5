package io.keyarbor.probe.transport.line;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A socket that is connected before a driver gets it, so that the driver cannot go elsewhere, and
 * that gives at most so many bytes. While TLS is still to come it gives one byte at a time: no
 * reader can then hold bytes back that came before TLS and take them for bytes that came through
 * it.
 */
final class Plug extends Socket {
  private final Line line;
  private volatile boolean single;
  private long left;

  /** Gives up to {@code most} bytes; {@code single} while TLS is still to come. */
  Plug(Line line, long most, boolean single) {
    this.line = line;
    this.left = most;
    this.single = single;
  }

  /** Connects; takes at most that many milliseconds. */
  void dial(SocketAddress address, int millis) throws IOException {
    setTcpNoDelay(true);
    super.connect(address, millis);
  }

  /** Does nothing: it is connected already, and to the right host. */
  @Override
  public void connect(SocketAddress ignored) {}

  /** Does nothing: it is connected already, and to the right host. */
  @Override
  public void connect(SocketAddress ignored, int millis) {}

  /** After the answer that lets TLS begin the server waits; whatever it sent is a forgery. */
  void refuseForgery() throws IOException {
    if (super.getInputStream().available() > 0) {
      throw line.failed("protocol", new IOException("bytes before TLS"));
    }
  }

  /** TLS begins now. */
  void beginTls() {
    single = false;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Counted(super.getInputStream());
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int taken = super.read(into, offset, single ? Math.min(1, length) : length);
      left -= Math.max(0, taken);
      if (left < 0) {
        throw line.failed("too_large", new IOException("more than a test reads"));
      }
      return taken;
    }

    @Override
    public int available() throws IOException {
      return single ? 0 : super.available();
    }
  }
}
