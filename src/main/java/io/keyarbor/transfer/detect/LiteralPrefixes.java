package io.keyarbor.transfer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts that whatever fits a regular expression begins with: {@code gh[ou]_\w+} begins with
 * {@code gho_} or {@code ghu_}. They make it cheap to look for a key in a large text. Knows as much
 * of the syntax as templates use, and gives up early where it is in doubt: a prefix may be shorter
 * than it could be, never wrong.
 */
final class LiteralPrefixes {
  /** More than these are cut to what they have in common. */
  private static final int MOST = 64;

  private static final String SPECIAL = ".^$|?*+()[]{}\\";

  private final String pattern;
  private int at;

  /**
   * A part of the expression.
   *
   * @param starts what it begins with
   * @param whole whether these are all of it, so that what follows may be added
   */
  private record Piece(List<String> starts, boolean whole) {}

  private LiteralPrefixes(String pattern) {
    this.pattern = pattern;
  }

  /** The prefixes; one that is empty means that anything may stand at the start. */
  static List<String> of(String pattern) {
    String bare = pattern.replaceFirst("^\\^", "");
    return bare.startsWith("(?s)") || bare.startsWith("(?i)")
        ? List.of("")
        : new LiteralPrefixes(bare).alternatives().starts();
  }

  private Piece alternatives() {
    Piece first = sequence();
    List<String> all = new ArrayList<>(first.starts());
    boolean whole = first.whole();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      Piece next = sequence();
      all.addAll(next.starts());
      whole &= next.whole();
    }
    return new Piece(all, whole);
  }

  private Piece sequence() {
    List<String> so = List.of("");
    boolean whole = true;
    while (whole && at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      int start = at;
      Optional<Piece> next = piece();
      boolean repeated = at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0;
      if (next.isEmpty() || repeated || so.size() * next.get().starts().size() > MOST) {
        whole = false;
        at = start;
      } else {
        so = joined(so, next.get().starts());
        whole = next.get().whole();
      }
    }
    skipRest();
    return new Piece(so, whole);
  }

  /** One character, class or group; empty if it cannot be spelled out. */
  private Optional<Piece> piece() {
    char c = pattern.charAt(at);
    if (c == '(') {
      at += pattern.startsWith("(?:", at) ? 3 : 1;
      if (at < pattern.length() && pattern.charAt(at) == '?') {
        return Optional.empty();
      }
      Piece group = alternatives();
      at = Math.min(at + 1, pattern.length());
      return Optional.of(group);
    }
    if (c == '[') {
      return characterClass();
    }
    if (c == '\\' && at + 1 < pattern.length() && !isLetterOrDigit(pattern.charAt(at + 1))) {
      at += 2;
      return Optional.of(new Piece(List.of(pattern.substring(at - 1, at)), true));
    }
    if (SPECIAL.indexOf(c) >= 0) {
      return Optional.empty();
    }
    at++;
    return Optional.of(new Piece(List.of(String.valueOf(c)), true));
  }

  /** A short list of characters without ranges. */
  private Optional<Piece> characterClass() {
    int end = pattern.indexOf(']', at + 1);
    String inside = end < 0 ? "" : pattern.substring(at + 1, end);
    if (inside.isEmpty() || !inside.chars().allMatch(LiteralPrefixes::isLetterOrDigit)) {
      return Optional.empty();
    }
    at = end + 1;
    return Optional.of(new Piece(inside.chars().mapToObj(Character::toString).toList(), true));
  }

  /** To the end of this alternative, past what is nested in it. */
  private void skipRest() {
    int depth = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (depth == 0 && (c == '|' || c == ')')) {
        return;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '[') {
        at = Math.max(at, pattern.indexOf(']', at + 2) - 1);
      }
      at += c == '\\' ? 2 : 1;
    }
  }

  private static List<String> joined(List<String> heads, List<String> tails) {
    return heads.stream().flatMap(h -> tails.stream().map(t -> h + t)).toList();
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
