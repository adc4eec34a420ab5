package io.keyarbor.transfer.scan;

import io.keyarbor.transfer.detect.Ascii;
import io.keyarbor.transfer.detect.Randomness;
import io.keyarbor.transfer.detect.SecretNames;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Places where a value is given to a name, as {@code password = "..."}, {@code "token": "..."} or
 * {@code API_KEY=...}. In source code only a quoted value counts: anything else is a name.
 */
final class Assignments {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST = 1_024;

  private static final Set<String> SETTINGS =
      Set.of(
          "env",
          "ini",
          "properties",
          "conf",
          "cfg",
          "cnf",
          "toml",
          "yaml",
          "yml",
          "netrc",
          "tfvars",
          "envrc",
          "npmrc",
          "pypirc",
          "service");

  private final byte[] text;
  private final boolean settings;

  /** Of {@code text}; in {@code settings}, values need no quotes. */
  Assignments(byte[] text, boolean settings) {
    this.text = text;
    this.settings = settings;
  }

  /** Where the value lies. */
  record Assigned(String name, int start, int end) {}

  /** Whether a file of that name holds settings, whose values need no quotes. */
  static boolean isSettings(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith(".env") || SETTINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** What is given by the sign at {@code at}, if it looks secret. */
  Optional<Assigned> at(int at) {
    String name = nameBefore(at);
    if (!SecretNames.isTelling(name)) {
      return Optional.empty();
    }
    int start = at + 1;
    while (start < text.length && (text[start] == '=' || text[start] == '>')) {
      start++;
    }
    while (start < text.length && (text[start] == ' ' || text[start] == '\t')) {
      start++;
    }
    int quote = start < text.length ? text[start] : 0;
    boolean quoted = quote == '"' || quote == '\'' || quote == '`';
    start += quoted ? 1 : 0;
    int end = end(start, quoted ? quote : 0);
    return (quoted || settings) && end > start && isSecret(new Ascii(text, start, end))
        ? Optional.of(new Assigned(name, start, end))
        : Optional.empty();
  }

  /** The end of the value; {@code start} if it goes on too long. */
  private int end(int start, int quote) {
    int end = start;
    while (end < text.length && end - start <= LONGEST) {
      int b = text[end];
      boolean ends =
          quote == 0 ? (b <= ' ' && b >= 0) || b == '#' || b == ',' : b == quote || b == '\n';
      if (ends) {
        return end;
      }
      end++;
    }
    return end - start > LONGEST ? start : end;
  }

  private String nameBefore(int at) {
    int end = at;
    while (end > 0 && (" \t\"'`]:".indexOf(text[end - 1]) >= 0) && at - end < 8) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST_NAME && isName(text[start - 1])) {
      start--;
    }
    return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static boolean isName(int b) {
    return Ascii.isWord(b) || b == '-' || b == '.';
  }

  private static boolean isSecret(Ascii value) {
    return !SecretNames.isPlaceholder(value)
        && !SecretNames.isMadeUp(value)
        && "/.~@".indexOf(value.charAt(0)) < 0
        && value.chars().allMatch(c -> c > ' ' && c < 127)
        && value.chars().noneMatch(c -> "{}<>()[]$\\".indexOf(c) >= 0)
        && !new PlainWords(value).isAll()
        && Randomness.isLikely(value);
  }

  /** Words with digits between them, such as {@code test-key-2}: no machine makes these. */
  private record PlainWords(Ascii value) {
    boolean isAll() {
      int words = 0;
      int letters = 0;
      int run = 0;
      for (int i = 0; i < value.length(); i++) {
        char c = Character.toLowerCase(value.charAt(i));
        boolean letter = c >= 'a' && c <= 'z';
        boolean sameCase =
            i > 0
                && Character.isLowerCase(value.charAt(i))
                    == Character.isLowerCase(value.charAt(i - 1));
        letters += letter ? 1 : 0;
        run = letter && (run == 0 || sameCase || run == 1) ? run + 1 : letter ? 1 : 0;
        words += run >= 4 ? 1 : 0;
      }
      return letters > 0 && words * 2 >= letters;
    }
  }
}
