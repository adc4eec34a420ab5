package io.keyarbor.platform.tray;

import java.nio.ByteBuffer;

/** A square picture. Two are the same only if they are one object. */
public final class Picture {
  private final int size;
  private final int[] argb;

  /**
   * A picture.
   *
   * @param size pixels along each side
   * @param argb line by line, not premultiplied
   */
  public Picture(int size, int[] argb) {
    if (argb.length != size * size) {
      throw new IllegalArgumentException(argb.length + " pixels do not fill a square of " + size);
    }
    this.size = size;
    this.argb = argb.clone();
  }

  /** Pixels along each side. */
  public int size() {
    return size;
  }

  /** The pixels line by line, not premultiplied. */
  public int[] argb() {
    return argb.clone();
  }

  /** The same as bytes, alpha first. */
  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(argb.length * Integer.BYTES);
    bytes.asIntBuffer().put(argb);
    return bytes.array();
  }
}
