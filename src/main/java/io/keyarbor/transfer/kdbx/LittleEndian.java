package io.keyarbor.transfer.kdbx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as KDBX has them, the least byte first. */
final class LittleEndian {
  private LittleEndian() {}

  static byte[] ofInt(int value) {
    return buffer(new byte[Integer.BYTES]).putInt(value).array();
  }

  static byte[] ofLong(long value) {
    return buffer(new byte[Long.BYTES]).putLong(value).array();
  }

  /** A view of {@code bytes} that reads and writes that way. */
  static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int readByte(InputStream in) throws IOException {
    int value = in.read();
    if (value < 0) {
      throw KdbxException.cutShort();
    }
    return value;
  }

  static int readShort(InputStream in) throws IOException {
    return Short.toUnsignedInt(buffer(read(in, Short.BYTES)).getShort());
  }

  static int readInt(InputStream in) throws IOException {
    return buffer(read(in, Integer.BYTES)).getInt();
  }

  /** Exactly {@code length} bytes. Memory is taken as they come, whatever the length says. */
  static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw KdbxException.cutShort();
    }
    return bytes;
  }
}
