package io.keyarbor.crypto.key;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the data types of RFC 4251 section 5. Every method throws {@link IllegalArgumentException}
 * if the data is malformed or ends too early.
 */
record SshBuffer(ByteBuffer in) {
  int uint32() {
    require(Integer.BYTES);
    return in.getInt();
  }

  void skipByte() {
    require(1);
    in.get();
  }

  /** What follows with its length before it, as a view. */
  SshBuffer part() {
    int length = uint32();
    require(length);
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return new SshBuffer(part);
  }

  void skip() {
    part();
  }

  byte[] bytes() {
    ByteBuffer part = part().in;
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return bytes;
  }

  /** For what is no secret. */
  String text() {
    return StandardCharsets.UTF_8.decode(part().in).toString();
  }

  BigInteger number() {
    byte[] bytes = bytes();
    return bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
  }

  private void require(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("it ends too early");
    }
  }
}
