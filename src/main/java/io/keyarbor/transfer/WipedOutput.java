package io.keyarbor.transfer;

import io.keyarbor.crypto.Secret.Use;
import java.io.OutputStream;
import java.util.Arrays;

/** Collects bytes, and zeroes every array that it held them in. For one thread at a time. */
public final class WipedOutput extends OutputStream {
  private byte[] bytes = new byte[8192];
  private int length;

  @Override
  public void write(int next) {
    reserve(1);
    bytes[length++] = (byte) next;
  }

  @Override
  public void write(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  /** Lends a copy of what was written to {@code use}, and wipes it. */
  public <R, X extends Exception> R use(Use<byte[], R, X> use) throws X {
    byte[] lent = Arrays.copyOf(bytes, length);
    try {
      return use.apply(lent);
    } finally {
      Arrays.fill(lent, (byte) 0);
    }
  }

  private void reserve(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      byte[] small = bytes;
      bytes =
          Arrays.copyOf(
              small, (int) Math.max(needed, Math.min(2L * small.length, Integer.MAX_VALUE - 8)));
      Arrays.fill(small, (byte) 0);
    }
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    length = 0;
  }
}
