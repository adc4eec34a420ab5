package io.keyarbor.template;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text that a person pasted, seen as a whole and, where it looks like that, as lines that set
 * variables. Makes no {@code String} of a value, and wipes on closing what it copied.
 */
final class PastedText implements AutoCloseable {
  /** Lines that set a variable; whatever has more is no list of one service's variables. */
  private static final int MAX_LINES = 60;

  private static final String QUOTES = "\"'`";

  private final CharBuffer whole;
  private final Map<String, CharBuffer> variables = new LinkedHashMap<>();
  private final List<char[]> copies = new ArrayList<>();

  PastedText(char[] text) {
    whole = strip(CharBuffer.wrap(text).asReadOnlyBuffer());
    int start = 0;
    for (int i = 0; i <= whole.length() && variables.size() < MAX_LINES; i++) {
      if (i == whole.length() || whole.charAt(i) == '\n') {
        addVariable(strip(whole.subSequence(start, i)));
        start = i + 1;
      }
    }
  }

  /** All of it, without the space that comes along when it is copied. */
  CharBuffer whole() {
    return whole;
  }

  /** Values by name of the variable. */
  Map<String, CharBuffer> variables() {
    return variables;
  }

  /** The text with its middle left out, so that it has at most {@code most} characters. */
  CharBuffer ends(CharBuffer text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int tail = most / 4;
    char[] joined = new char[most];
    text.subSequence(0, most - tail).get(joined, 0, most - tail);
    text.subSequence(text.length() - tail, text.length()).get(joined, most - tail, tail);
    copies.add(joined);
    return CharBuffer.wrap(joined);
  }

  /** As it was before it was put into an address: {@code %2F} is a slash. */
  CharBuffer decoded(CharBuffer part) {
    char[] out = new char[part.length()];
    copies.add(out);
    int length = 0;
    for (int i = 0; i < part.length(); i++) {
      int code = part.charAt(i) == '%' && i + 2 < part.length() ? hex(part, i + 1) : -1;
      // Beyond ASCII several of these make one character; that is left to the person.
      boolean plain = code < 0 || code > 127;
      out[length++] = plain ? part.charAt(i) : (char) code;
      i += plain ? 0 : 2;
    }
    return CharBuffer.wrap(out, 0, length);
  }

  private static int hex(CharBuffer text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** {@code NAME=value}, also as a shell, PowerShell or a container's settings write it. */
  private void addVariable(CharBuffer line) {
    CharBuffer rest = line;
    for (String prefix : List.of("- ", "export ", "set ", "$env:")) {
      rest = startsWith(rest, prefix) ? strip(after(rest, prefix.length())) : rest;
    }
    int end = 0;
    while (end < rest.length() && isNamePart(rest.charAt(end))) {
      end++;
    }
    CharBuffer value = strip(after(rest, end));
    boolean sets = startsWith(value, "=") || startsWith(value, ": ");
    if (end > 0 && end <= 128 && sets) {
      CharBuffer bare = unquoted(strip(after(value, 1)));
      if (!bare.isEmpty()) {
        variables.putIfAbsent(rest.subSequence(0, end).toString(), bare);
      }
    }
  }

  private static CharBuffer unquoted(CharBuffer value) {
    CharBuffer bare = value;
    int last = bare.length() - 1;
    if (last > 0 && (bare.charAt(last) == ';' || bare.charAt(last) == ',')) {
      bare = bare.subSequence(0, last);
    }
    last = bare.length() - 1;
    return last > 0 && QUOTES.indexOf(bare.charAt(0)) >= 0 && bare.charAt(0) == bare.charAt(last)
        ? bare.subSequence(1, last)
        : bare;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean startsWith(CharBuffer text, String prefix) {
    return text.length() >= prefix.length()
        && CharSequence.compare(text.subSequence(0, prefix.length()), prefix) == 0;
  }

  private static CharBuffer after(CharBuffer text, int at) {
    return text.subSequence(at, text.length());
  }

  private static CharBuffer strip(CharBuffer text) {
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(start, end);
  }

  @Override
  public void close() {
    copies.forEach(copy -> Arrays.fill(copy, '\0'));
  }
}
