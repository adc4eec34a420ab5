package io.keyarbor.ui.palette;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as it is compared: in small letters, without accents, each letter with how well a word may
 * begin at it. Immutable.
 */
final class Folded {
  /** Longer texts are compared by their beginning; no name of a credential comes near. */
  static final int LONGEST = 256;

  private static final int ASCII = 128;

  private final char[] letters;
  private final byte[] bonus;
  private final int[] origins;
  private final long mask;

  private Folded(char[] letters, byte[] bonus, int[] origins) {
    this.letters = letters;
    this.bonus = bonus;
    this.origins = origins;
    long seen = 0;
    for (char letter : letters) {
      seen |= bit(letter);
    }
    mask = seen;
  }

  /** Folds {@code text}. */
  static Folded of(String text) {
    int size = Math.min(text.length(), LONGEST);
    char[] letters = new char[size];
    int[] origins = new int[size];
    int length = 0;
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      String parts = c < ASCII ? null : parts(c);
      int count = parts == null ? 1 : parts.length();
      for (int p = 0; p < count; p++) {
        if (length == letters.length) {
          letters = Arrays.copyOf(letters, length * 2);
          origins = Arrays.copyOf(origins, length * 2);
        }
        letters[length] = Character.toLowerCase(parts == null ? c : parts.charAt(p));
        origins[length++] = i;
      }
    }
    letters = Arrays.copyOf(letters, length);
    origins = Arrays.copyOf(origins, length);
    return new Folded(letters, bonuses(text, letters, origins), origins);
  }

  /** What stands for a letter beyond ASCII; nothing for an accent of its own. */
  private static String parts(char c) {
    return switch (c) {
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'ø', 'Ø' -> "o";
      case 'ł', 'Ł' -> "l";
      case 'đ', 'Đ', 'ð', 'Ð' -> "d";
      case 'ı' -> "i";
      default -> withoutAccents(c);
    };
  }

  private static String withoutAccents(char c) {
    if (Character.isSurrogate(c)) {
      return String.valueOf(c);
    }
    StringBuilder kept = new StringBuilder(2);
    String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    for (int i = 0; i < apart.length(); i++) {
      if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
        kept.append(apart.charAt(i));
      }
    }
    return kept.toString();
  }

  private static byte[] bonuses(String text, char[] letters, int[] origins) {
    byte[] bonus = new byte[letters.length];
    for (int i = 0; i < bonus.length; i++) {
      char c = text.charAt(origins[i]);
      char before = origins[i] == 0 ? ' ' : text.charAt(origins[i] - 1);
      boolean inside = i > 0 && origins[i] == origins[i - 1];
      if (i == 0 || (!Character.isLetterOrDigit(before) && Character.isLetterOrDigit(c))) {
        bonus[i] = inside ? 0 : Fuzzy.WORD_START;
      } else if (!inside && isHump(before, c)) {
        bonus[i] = Fuzzy.HUMP;
      }
    }
    return bonus;
  }

  private static boolean isHump(char before, char c) {
    return (Character.isUpperCase(c) && Character.isLowerCase(before))
        || (Character.isDigit(c) && Character.isLetter(before))
        || (Character.isLetter(c) && Character.isDigit(before));
  }

  private static long bit(char letter) {
    return 1L << (letter & 63);
  }

  int length() {
    return letters.length;
  }

  char letter(int at) {
    return letters[at];
  }

  /** What a match that does not go on from the letter before gains at this one. */
  int bonus(int at) {
    return bonus[at];
  }

  /** Where in the text that letter comes from. */
  int origin(int at) {
    return origins[at];
  }

  /** One bit for each of 64 kinds of letters that occur. */
  long mask() {
    return mask;
  }

  /** The letters as text. */
  @Override
  public String toString() {
    return new String(letters);
  }
}
