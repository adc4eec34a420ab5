package io.keyarbor.transfer.detect;

/** How much a text looks as if a machine had made it. */
public final class Randomness {
  private static final int SHORTEST = 8;

  /** From this length on, a word or a name of a class is unlikely. */
  private static final int LONG = 16;

  private Randomness() {}

  /** Shannon's entropy in bits for each character, by how often each occurs in {@code text}. */
  public static double bitsPerCharacter(CharSequence text) {
    int[] counts = new int[256];
    for (int i = 0; i < text.length(); i++) {
      counts[text.charAt(i) & 0xFF]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /**
   * Whether it looks like a key or a made password rather than a word, a name or an address: a
   * short one has three kinds of characters, a long one digits among letters and little repetition.
   */
  public static boolean isLikely(CharSequence text) {
    int kinds = Integer.bitCount(kinds(text));
    boolean digits = (kinds(text) & 4) != 0;
    boolean letters = (kinds(text) & 3) != 0;
    if (text.length() < SHORTEST || !digits || !letters) {
      return false;
    }
    return text.length() < LONG
        ? kinds >= 3 && bitsPerCharacter(text) >= 2.7
        : bitsPerCharacter(text) >= 3.2;
  }

  /** Bits for small letters, capitals, digits and all else. */
  private static int kinds(CharSequence text) {
    int kinds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      kinds |= c >= 'a' && c <= 'z' ? 1 : c >= 'A' && c <= 'Z' ? 2 : c >= '0' && c <= '9' ? 4 : 8;
    }
    return kinds;
  }
}
