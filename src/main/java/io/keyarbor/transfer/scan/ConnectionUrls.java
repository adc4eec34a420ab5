package io.keyarbor.transfer.scan;

import io.keyarbor.transfer.detect.Ascii;
import io.keyarbor.transfer.detect.SecretNames;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of the form {@code scheme://user:password@host}. */
final class ConnectionUrls {
  private static final int LONGEST = 2_048;

  /** Passwords that documentation writes. */
  private static final Pattern WORDS =
      Pattern.compile(
          "password|passwd|pass|pwd|secret|pw|token|mypassword|p", Pattern.CASE_INSENSITIVE);

  private ConnectionUrls() {}

  /** From where to where it goes. */
  record Range(int start, int end) {}

  /** The one whose {@code ://} stands at {@code colon}. */
  static Optional<Range> at(byte[] text, int colon) {
    int start = colon;
    while (start > 0 && colon - start < 20 && isScheme(text[start - 1])) {
      start--;
    }
    int end = colon + 3;
    int at = -1;
    int separator = -1;
    while (end < text.length && end - start < LONGEST && isPart(text[end])) {
      boolean authority = at < 0 && text[end] != '/';
      separator = authority && separator < 0 && text[end] == ':' ? end : separator;
      at = text[end] == '@' && separator > 0 && at < 0 ? end : at;
      if (text[end] == '/' && at < 0) {
        return Optional.empty();
      }
      end++;
    }
    if (start == colon || at < 0 || separator < 0 || end - at < 3) {
      return Optional.empty();
    }
    boolean secret = isPassword(new Ascii(text, separator + 1, at));
    return secret ? Optional.of(new Range(start, end)) : Optional.empty();
  }

  private static boolean isPassword(Ascii password) {
    return password.length() > 1
        && !SecretNames.isPlaceholder(password)
        && password.chars().noneMatch(c -> "{}<>$*".indexOf(c) >= 0)
        && password.charAt(0) != '%'
        && !WORDS.matcher(password).matches();
  }

  private static boolean isScheme(int b) {
    return Ascii.isLetterOrDigit(b) || b == '+' || b == '.';
  }

  private static boolean isPart(int b) {
    return b > ' ' && "\"'`<>\\(),;|".indexOf(b) < 0;
  }
}
