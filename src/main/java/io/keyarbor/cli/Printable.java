package io.keyarbor.cli;

/** Text that does to a terminal nothing but appear on it. */
public final class Printable {
  private Printable() {}

  /** {@code text} with a dot in the place of every character that is not seen as itself. */
  public static String of(String text) {
    if (text.codePoints().allMatch(Printable::isSeen)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().map(c -> isSeen(c) ? c : '·').forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** As {@link #of}, but line breaks and tabs stay. */
  public static String lines(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(c -> isSeen(c) || c == '\n' || c == '\t' ? c : '·')
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /** How many columns of a terminal it takes, where East Asian characters and emoji take two. */
  static int width(String text) {
    return text.codePoints().map(Printable::columns).sum();
  }

  private static int columns(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** The blocks that terminals draw wide (Unicode, East Asian Width W and F). */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }

  /** Controls, and the marks that reverse or hide what follows them, are not. */
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      // Emoji are joined by U+200D.
      case Character.FORMAT -> c == 0x200D;
      default -> true;
    };
  }
}
