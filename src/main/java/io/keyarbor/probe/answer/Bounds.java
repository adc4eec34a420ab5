package io.keyarbor.probe.answer;

/** Keeps what a server says about itself to a size that can be kept and shown. */
final class Bounds {
  /** Most elements of a list. */
  static final int LIST = 500;

  private static final int TEXT = 200;

  private Bounds() {}

  /** {@code text} without control and formatting characters, cut where it is long. */
  static String text(String text) {
    return kept(text, TEXT);
  }

  /** {@code text} without control and formatting characters. */
  static String clean(String text) {
    return kept(text, text.length());
  }

  private static String kept(String text, int most) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(most)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }
}
