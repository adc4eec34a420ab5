package io.keyarbor.transfer.scan;

import io.keyarbor.transfer.detect.Ascii;

/** Private keys in PEM, also where source code writes their line breaks as {@code \n}. */
final class PrivateKeys {
  private static final String KIND = "PRIVATE KEY";
  private static final int LONGEST = 20_000;

  /** A shorter one is an example, or a program that looks for keys. */
  private static final int SHORTEST = 100;

  private PrivateKeys() {}

  /** Where the block that begins at {@code at} ends; {@code at} itself if it is no such key. */
  static int end(byte[] text, int at) {
    int most = Math.min(text.length, at + LONGEST);
    int header = next(text, at + 11, "-----", Math.min(most, at + 80));
    if (header < 0 || next(text, at, KIND, header) < 0) {
      return at;
    }
    int content = header + 5;
    int footer = next(text, content, "-----END ", most);
    int end = footer < 0 ? -1 : next(text, footer + 9, "-----", Math.min(most, footer + 80));
    return end < 0 || letters(text, content, footer) < SHORTEST ? at : end + 5;
  }

  private static int next(byte[] text, int from, String wanted, int to) {
    for (int i = from; i + wanted.length() <= to; i++) {
      if (Ascii.startsWith(text, i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static int letters(byte[] text, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += Ascii.isLetterOrDigit(text[i]) ? 1 : 0;
    }
    return letters;
  }
}
