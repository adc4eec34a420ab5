package io.keyarbor.agent.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Single frames over the pipes between an agent's process and the one that starts it. */
public final class Pipe {
  private Pipe() {}

  /** Sends a frame. */
  public static void write(OutputStream out, FrameWriter frame) throws IOException {
    byte[] header = ByteBuffer.allocate(Integer.BYTES).putInt(frame.length()).array();
    out.write(header);
    out.write(frame.bytes(), 0, frame.length());
    out.flush();
  }

  /**
   * Waits for a frame.
   *
   * @throws EOFException if there is none
   */
  public static FrameReader read(InputStream in, int largest) throws IOException {
    byte[] header = whole(in, Integer.BYTES);
    int length = ByteBuffer.wrap(header).getInt();
    if (length < 0 || length > largest) {
      throw new EOFException("no frame");
    }
    return new FrameReader(whole(in, length));
  }

  private static byte[] whole(InputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    if (in.readNBytes(bytes, 0, length) < length) {
      Arrays.fill(bytes, (byte) 0);
      throw new EOFException("the pipe ended");
    }
    return bytes;
  }
}
