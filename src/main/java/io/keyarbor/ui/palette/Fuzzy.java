package io.keyarbor.ui.palette;

import java.util.Arrays;

/**
 * How well a word fits a text in which its letters occur in this order, perhaps with others between
 * them. Of all ways to find them the best one counts: letters that follow each other, begin a word
 * or a hump of camelCase, and most of all the beginning of the text. What is looked for at the
 * beginning of a text is never beaten by the same letters scattered over it. For one thread.
 */
final class Fuzzy {
  /** What does not fit has less than this. */
  static final int NONE = 0;

  static final byte WORD_START = 14;
  static final byte HUMP = 12;

  private static final int LETTER = 16;
  private static final int NEXT = 15;
  private static final int BEGINNING = 20;
  private static final int GAP = 3;
  private static final int NEVER = Integer.MIN_VALUE / 2;

  /** Of each letter of the word, and each of the text, the best up to there that ends with both. */
  private int[] best = new int[1024];

  private int[] first = new int[64];

  /** The most that a word of that length can have. */
  static int most(int length) {
    return length * LETTER + WORD_START + BEGINNING + (length - 1) * NEXT;
  }

  /** From 1 to {@link #most}, or {@link #NONE} if the letters do not occur in this order. */
  int score(Folded word, Folded text) {
    if (begins(word, text)) {
      return most(word.length());
    }
    return fill(word, text) ? best[end(word, text)] : NONE;
  }

  /** Nothing can be better, so that nothing else need be looked at. */
  private static boolean begins(Folded word, Folded text) {
    boolean same = word.length() > 0 && word.length() <= text.length();
    for (int i = 0; same && i < word.length(); i++) {
      same = word.letter(i) == text.letter(i);
    }
    return same && text.bonus(0) == WORD_START;
  }

  /** Where in {@code text}, as it was before it was folded, the letters of the best fit lie. */
  int[] places(Folded word, Folded text) {
    if (!fill(word, text)) {
      return new int[0];
    }
    int width = text.length();
    int[] places = new int[word.length()];
    int at = end(word, text) % width;
    for (int i = word.length() - 1; i >= 0; i--) {
      places[i] = text.origin(at);
      if (i > 0) {
        at = before(i, at, width, text);
      }
    }
    return Arrays.stream(places).distinct().toArray();
  }

  /** The column of the letter before in the best way to that one. */
  private int before(int row, int at, int width, Folded text) {
    int above = (row - 1) * width;
    int here = best[row * width + at] - LETTER;
    if (here == best[above + at - 1] + Math.max(NEXT, text.bonus(at))) {
      return at - 1;
    }
    int found = at - 1;
    for (int k = at - 2; k >= 0; k--) {
      if (best[above + k] + text.bonus(at) - GAP == here) {
        found = k;
      }
    }
    return found;
  }

  private int end(Folded word, Folded text) {
    int row = (word.length() - 1) * text.length();
    int end = row;
    for (int j = row; j < row + text.length(); j++) {
      if (best[j] > best[end]) {
        end = j;
      }
    }
    return end;
  }

  private boolean fill(Folded word, Folded text) {
    int width = text.length();
    if (word.length() == 0 || !occurs(word, text)) {
      return false;
    }
    if (best.length < word.length() * width) {
      best = new int[word.length() * width];
    }
    for (int i = 0; i < word.length(); i++) {
      row(i, word.letter(i), text);
    }
    return true;
  }

  /** Whether the letters occur in this order, and where each can be found at the earliest. */
  private boolean occurs(Folded word, Folded text) {
    if (first.length < word.length()) {
      first = new int[word.length()];
    }
    int j = 0;
    for (int i = 0; i < word.length(); i++) {
      while (j < text.length() && text.letter(j) != word.letter(i)) {
        j++;
      }
      if (j == text.length()) {
        return false;
      }
      first[i] = j++;
    }
    return true;
  }

  private void row(int i, char letter, Folded text) {
    int width = text.length();
    int row = i * width;
    Arrays.fill(best, row, row + width, NEVER);
    int far = NEVER;
    for (int j = i == 0 ? first[0] : first[i - 1] + 1; j < width; j++) {
      if (i > 0 && j >= 2) {
        far = Math.max(far, best[row - width + j - 2]);
      }
      if (text.letter(j) != letter) {
        continue;
      }
      int bonus = text.bonus(j);
      if (i == 0) {
        best[row + j] = LETTER + bonus + (j == 0 ? BEGINNING : 0);
      } else {
        int next = best[row - width + j - 1] + Math.max(NEXT, bonus);
        best[row + j] = LETTER + Math.max(next, far + bonus - GAP);
      }
    }
  }
}
