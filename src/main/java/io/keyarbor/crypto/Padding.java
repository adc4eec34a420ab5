package io.keyarbor.crypto;

import java.util.Arrays;

/**
 * Hides a text's length: one byte 0x80, then zeros up to a multiple of 256 bytes (ISO/IEC 7816-4).
 */
public final class Padding {
  /** Padded lengths are multiples of this many bytes. */
  public static final int BLOCK = 256;

  private static final byte MARK = (byte) 0x80;

  private Padding() {}

  /** A padded copy; at least one byte longer. */
  public static byte[] pad(byte[] text) {
    byte[] padded = Arrays.copyOf(text, (text.length / BLOCK + 1) * BLOCK);
    padded[text.length] = MARK;
    return padded;
  }

  /**
   * The text without its padding.
   *
   * @throws IllegalArgumentException if it was not padded
   */
  public static byte[] unpad(byte[] padded) {
    int mark = padded.length - 1;
    while (mark >= 0 && padded[mark] == 0) {
      mark--;
    }
    if (padded.length % BLOCK != 0 || mark < 0 || padded[mark] != MARK) {
      throw new IllegalArgumentException("not padded");
    }
    return Arrays.copyOf(padded, mark);
  }
}
