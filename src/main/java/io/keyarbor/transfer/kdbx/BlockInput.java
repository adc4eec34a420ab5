package io.keyarbor.transfer.kdbx;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A stream in blocks, each proven whole before a byte of it is handed on. The last one is empty, so
 * a stream that was cut off is noticed.
 */
abstract class BlockInput extends InputStream {
  /** Writers make blocks of 1 MiB. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final InputStream in;
  private byte[] block = {};
  private int at;
  private boolean ended;
  private long index;

  private BlockInput(InputStream in) {
    this.in = in;
  }

  /** KDBX 4: an HMAC, a length, the bytes. Closing closes {@code keys} too. */
  static BlockInput authenticated(InputStream in, BlockKeys keys) {
    return new BlockInput(in) {
      @Override
      byte[] next(InputStream from, long index) throws IOException {
        byte[] code = LittleEndian.read(from, Hashes.LENGTH);
        int length = length(from);
        byte[] bytes = LittleEndian.read(from, length);
        byte[] whole =
            keys.code(index, LittleEndian.ofLong(index), LittleEndian.ofInt(length), bytes);
        check(MessageDigest.isEqual(code, whole));
        return bytes;
      }

      @Override
      public void close() throws IOException {
        keys.close();
        super.close();
      }
    };
  }

  /** KDBX 3: the block's number, a SHA-256, a length, the bytes. */
  static BlockInput hashed(InputStream in) {
    return new BlockInput(in) {
      @Override
      byte[] next(InputStream from, long index) throws IOException {
        check(LittleEndian.readInt(from) == (int) index);
        byte[] hash = LittleEndian.read(from, Hashes.LENGTH);
        byte[] bytes = LittleEndian.read(from, length(from));
        byte[] whole = bytes.length == 0 ? new byte[Hashes.LENGTH] : Hashes.sha256(bytes);
        check(MessageDigest.isEqual(hash, whole));
        return bytes;
      }
    };
  }

  /** The bytes of the next block. */
  abstract byte[] next(InputStream from, long index) throws IOException;

  private static int length(InputStream from) throws IOException {
    int length = LittleEndian.readInt(from);
    check(length >= 0 && length <= MOST_BYTES);
    return length;
  }

  private static void check(boolean whole) throws KdbxException {
    if (!whole) {
      throw KdbxException.damaged("a part of it");
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? Byte.toUnsignedInt(block[at++]) : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, block.length - at);
    System.arraycopy(block, at, into, offset, count);
    at += count;
    return count;
  }

  /** Says that there is more, until the end; the unpacker of GZIP asks. */
  @Override
  public int available() throws IOException {
    return fill() ? block.length - at : 0;
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(block, (byte) 0);
    in.close();
  }

  private boolean fill() throws IOException {
    if (at == block.length && !ended) {
      Arrays.fill(block, (byte) 0);
      block = next(in, index++);
      at = 0;
      ended = block.length == 0;
    }
    return !ended;
  }
}
