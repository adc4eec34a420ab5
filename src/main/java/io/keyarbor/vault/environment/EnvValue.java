package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import java.util.Arrays;

/** A value in a text that sets variables; {@link EnvText} has the grammar. A view of the text. */
final class EnvValue {
  private final byte[] bytes;
  private final boolean shell;
  private final int start;
  private final int end;

  /** A quote; 0 if there is none. */
  private final int quote;

  /** The value that starts at {@code start} of {@code bytes}. */
  EnvValue(byte[] bytes, int start, boolean shell) {
    this.bytes = bytes;
    this.shell = shell;
    this.start = start;
    int first = start < bytes.length ? bytes[start] : 0;
    quote = first == '"' || first == '\'' || first == '`' ? first : 0;
    end = quote == 0 ? bareEnd() : quotedEnd();
  }

  int start() {
    return start;
  }

  /** After it and its quote. */
  int end() {
    return end;
  }

  /** Whether the quote that opens it, if one does, is closed. */
  boolean isClosed() {
    return end >= 0;
  }

  /** After the quote that closes it; -1 if there is none. */
  private int quotedEnd() {
    for (int i = start + 1; i < bytes.length; i++) {
      if (bytes[i] == quote) {
        return i + 1;
      }
      i += bytes[i] == '\\' && quote == '"' ? 1 : 0;
    }
    return -1;
  }

  /** Without the space behind it, and without a comment. In a shell any space ends it. */
  private int bareEnd() {
    int last = start;
    for (int i = start; i < bytes.length && bytes[i] != '\n'; i++) {
      boolean blank = EnvText.isBlank(bytes[i]);
      boolean comment = bytes[i] == '#' && (i == start || EnvText.isBlank(bytes[i - 1]));
      if (comment || (shell && (blank || bytes[i] == ';'))) {
        break;
      }
      last = blank ? last : i + 1;
    }
    return last;
  }

  private int from() {
    return quote == 0 ? start : start + 1;
  }

  private int to() {
    return quote == 0 ? end : end - 1;
  }

  /** What it means, for the caller to close. */
  Secret secret() {
    if (quote != '"') {
      return Secret.take(Arrays.copyOfRange(bytes, from(), to()));
    }
    byte[] text = new byte[to() - from()];
    int length = 0;
    for (int i = from(); i < to(); i++) {
      int escaped = bytes[i] == '\\' && i + 1 < to() ? escaped(bytes[i + 1]) : -1;
      text[length++] = (byte) (escaped < 0 ? bytes[i] : escaped);
      i += escaped < 0 ? 0 : 1;
    }
    try {
      return Secret.take(Arrays.copyOf(text, length));
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** What it means after a backslash; -1 if the backslash is itself. */
  private int escaped(int next) {
    return switch (next) {
      case '"', '\\', '$', '`' -> next;
      // A shell leaves these as they are.
      case 'n' -> shell ? -1 : '\n';
      case 'r' -> shell ? -1 : '\r';
      case 't' -> shell ? -1 : '\t';
      default -> -1;
    };
  }

  /** Whether neither a shell nor a library would put something else in. */
  boolean isLiteral() {
    return switch (quote) {
      case '\'' -> true;
      case '`' -> !shell;
      case '"' -> !isDynamic();
      default -> !isDynamic() && (!shell || isPlain());
    };
  }

  /** In a bare value of a {@code .env} file, a dollar before a letter is more often itself. */
  private boolean isDynamic() {
    boolean dollarAlone = quote == 0 && !shell;
    for (int i = from(); i < to(); i++) {
      int next = i + 1 < to() ? bytes[i + 1] : 0;
      boolean names = next == '{' || next == '(' || (!dollarAlone && isWord(next));
      if ((bytes[i] == '$' && names) || (bytes[i] == '`' && shell)) {
        return true;
      }
      i += bytes[i] == '\\' ? 1 : 0;
    }
    return false;
  }

  /** Without what a shell takes as more than a character. */
  private boolean isPlain() {
    for (int i = start; i < end; i++) {
      if ("\\'\"(){}<>|&*?[]~".indexOf(bytes[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** A letter, a digit or an underscore, of ASCII. */
  static boolean isWord(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
  }
}
