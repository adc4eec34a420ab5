package io.keyarbor.transfer.kdbx;

import java.util.Arrays;

/** Characters as a parser hands them out, gathered up to a bound. Wiped by taking or closing. */
final class Text implements AutoCloseable {
  private static final int FIRST = 256;

  private final int most;
  private char[] chars = new char[FIRST];
  private int length;

  Text(int most) {
    this.most = most;
  }

  /** Takes what fits; what is beyond the bound is dropped, and {@link #isCut} says so. */
  void append(char[] source, int start, int count) {
    int kept = Math.min(count, most + 1 - length);
    if (length + kept > chars.length) {
      char[] longer = Arrays.copyOf(chars, Math.max(length + kept, 2 * length));
      Arrays.fill(chars, '\0');
      chars = longer;
    }
    System.arraycopy(source, start, chars, length, kept);
    length += kept;
  }

  /** Whether there were more than the bound. */
  boolean isCut() {
    return length > most;
  }

  /** The characters, for the caller to wipe. */
  char[] take() {
    char[] taken = Arrays.copyOf(chars, length);
    close();
    return taken;
  }

  @Override
  public void close() {
    Arrays.fill(chars, 0, length, '\0');
    length = 0;
  }
}
