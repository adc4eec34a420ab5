package io.keyarbor.vault.environment;

/** What a message shows of a text that someone typed. */
final class Shown {
  private static final int LONGEST = 120;

  private Shown() {}

  /** The text, cut if it is long, without what would move a terminal's cursor. */
  static String of(String text) {
    String shown = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }
}
