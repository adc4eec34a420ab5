package io.keyarbor.transfer.kdbx;

import java.util.Arrays;
import java.util.Base64;

/** Base64 in characters, which may be broken into lines. */
final class Base64Text {
  private Base64Text() {}

  /**
   * Decodes and wipes {@code chars}.
   *
   * @throws IllegalArgumentException if they are no Base64
   */
  static byte[] decode(char[] chars) {
    byte[] ascii = new byte[chars.length];
    int length = 0;
    for (char c : chars) {
      if (c > ' ') {
        ascii[length++] = (byte) Math.min(c, 127);
      }
    }
    Arrays.fill(chars, '\0');
    byte[] exact = Arrays.copyOf(ascii, length);
    try {
      return Base64.getDecoder().decode(exact);
    } finally {
      Arrays.fill(ascii, (byte) 0);
      Arrays.fill(exact, (byte) 0);
    }
  }
}
