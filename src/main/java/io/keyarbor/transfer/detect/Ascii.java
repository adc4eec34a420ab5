package io.keyarbor.transfer.detect;

import java.nio.charset.StandardCharsets;

/**
 * Bytes as characters without decoding them: beyond ASCII each byte is one character of Latin 1, so
 * that places in the text are places in the file. A view; makes no copy.
 */
public final class Ascii implements CharSequence {
  private final byte[] bytes;
  private final int start;
  private final int end;

  /** What lies from {@code start} up to {@code end}. */
  public Ascii(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /** All of {@code bytes}. */
  public static Ascii of(byte[] bytes) {
    return new Ascii(bytes, 0, bytes.length);
  }

  @Override
  public int length() {
    return end - start;
  }

  @Override
  public char charAt(int index) {
    return (char) (bytes[start + index] & 0xFF);
  }

  @Override
  public Ascii subSequence(int from, int to) {
    return new Ascii(bytes, start + from, start + to);
  }

  /** Whether {@code text}, each character one byte, stands at {@code at} of the bytes. */
  public static boolean startsWith(byte[] bytes, int at, String text) {
    if (at + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ((bytes[at + i] & 0xFF) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A letter, a digit or an underscore. */
  public static boolean isWord(int b) {
    return isLetterOrDigit(b) || b == '_';
  }

  /** Of ASCII. */
  public static boolean isLetterOrDigit(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  /** The text itself; not for a secret. */
  @Override
  public String toString() {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
