package io.keyarbor.cli;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bytes that hold secrets while they are put together; wiped when closed. */
final class WipedText extends ByteArrayOutputStream {
  @Override
  public synchronized void write(int b) {
    reserve(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    reserve(length);
    super.write(bytes, offset, length);
  }

  /** Grows here, so that what is left behind can be wiped. */
  private void reserve(int more) {
    if (buf.length - count < more) {
      byte[] small = buf;
      buf = Arrays.copyOf(small, Math.max(small.length * 2, Math.addExact(count, more)));
      Arrays.fill(small, (byte) 0);
    }
  }

  @Override
  public void close() {
    Arrays.fill(buf, (byte) 0);
    reset();
  }
}
