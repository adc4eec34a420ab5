package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Attached files that stand in the XML of version 3. */
final class BinaryText {
  private BinaryText() {}

  /**
   * The bytes that {@code value} stands for; it is done with then.
   *
   * @param packed whether they are compressed by themselves
   * @param place in the file, for a person
   */
  static Value bytes(Value value, boolean packed, String place) throws KdbxException {
    byte[] bytes =
        switch (value) {
          case Value.TooLong tooLong -> null;
          case Value.Hidden(Secret secret) -> taken(secret);
          case Value.Open open -> decoded(open, place);
        };
    if (bytes == null) {
      return value;
    }
    byte[] whole = packed ? unpacked(bytes, place) : bytes;
    if (whole.length > Draft.MOST_BYTES) {
      Arrays.fill(whole, (byte) 0);
      return new Value.TooLong();
    }
    return new Value.Hidden(Secret.take(whole));
  }

  private static byte[] taken(Secret secret) {
    try (secret) {
      return secret.<byte[], RuntimeException>use(byte[]::clone);
    }
  }

  private static byte[] decoded(Value.Open open, String place) throws KdbxException {
    try {
      return Base64Text.decode(open.take());
    } catch (IllegalArgumentException e) {
      throw KdbxException.damaged("an attached file at " + place);
    }
  }

  /** At most one byte more than is allowed. */
  private static byte[] unpacked(byte[] bytes, String place) throws KdbxException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(Draft.MOST_BYTES + 1);
    } catch (IOException e) {
      throw KdbxException.damaged("an attached file at " + place);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
