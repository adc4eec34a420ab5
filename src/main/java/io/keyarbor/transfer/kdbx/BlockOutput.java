package io.keyarbor.transfer.kdbx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes the authenticated blocks of KDBX 4. Closing writes the last block and leaves the stream
 * below open.
 */
final class BlockOutput extends OutputStream {
  private static final int BLOCK = 1024 * 1024;

  private final OutputStream out;
  private final BlockKeys keys;
  private final byte[] block = new byte[BLOCK];
  private int length;
  private long index;

  BlockOutput(OutputStream out, BlockKeys keys) {
    this.out = out;
    this.keys = keys;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    for (int done = 0; done < count; ) {
      int step = Math.min(count - done, BLOCK - length);
      System.arraycopy(bytes, offset + done, block, length, step);
      length += step;
      done += step;
      if (length == BLOCK) {
        end();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (length > 0) {
      end();
    }
    end();
  }

  private void end() throws IOException {
    byte[] bytes = Arrays.copyOf(block, length);
    byte[] size = LittleEndian.ofInt(length);
    out.write(keys.code(index, LittleEndian.ofLong(index), size, bytes));
    out.write(size);
    out.write(bytes);
    index++;
    length = 0;
  }
}
