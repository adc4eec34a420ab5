package io.keyarbor.vault.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;

/**
 * Builds the byte strings that are hashed and signed: big-endian numbers, ids as 16 bytes, byte
 * strings with their length before them. Not for several threads at once.
 */
final class Binary {
  private final MessageDigest sha256;

  Binary() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Binary raw(byte[] bytes) {
    sha256.update(bytes);
    return this;
  }

  Binary number(int value) {
    return raw(ByteBuffer.allocate(4).putInt(value).array());
  }

  Binary number(long value) {
    return raw(ByteBuffer.allocate(8).putLong(value).array());
  }

  Binary id(UUID id) {
    return number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
  }

  Binary text(byte[] bytes) {
    return number(bytes.length).raw(bytes);
  }

  /** The SHA-256 of what was put; starts anew. */
  byte[] hash() {
    byte[] hash = sha256.digest();
    // Otherwise it keeps the last block, which may be of a key file.
    sha256.reset();
    return hash;
  }

  /** Byte strings with their lengths before them. */
  static byte[] pack(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> 4 + part.length).sum();
    ByteBuffer packed = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      packed.putInt(part.length).put(part);
    }
    return packed.array();
  }

  /**
   * The parts of {@link #pack}.
   *
   * @throws IllegalArgumentException if there are not {@code count}
   */
  static byte[][] unpack(byte[] packed, int count) {
    byte[][] parts = new byte[count][];
    int at = 0;
    for (int i = 0; i < count; i++) {
      int length = at + 4 > packed.length ? -1 : ByteBuffer.wrap(packed, at, 4).getInt();
      if (length < 0 || length > packed.length - at - 4) {
        throw new IllegalArgumentException("malformed");
      }
      parts[i] = Arrays.copyOfRange(packed, at + 4, at + 4 + length);
      at += 4 + length;
    }
    if (at != packed.length) {
      throw new IllegalArgumentException("malformed");
    }
    return parts;
  }
}
