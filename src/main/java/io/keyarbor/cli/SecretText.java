package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import java.io.PrintStream;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;

/** Prints secrets without making a {@code String} of them. */
final class SecretText {
  private SecretText() {}

  /**
   * Prints the value alone: to the byte into a pipe or a file; on a terminal with a line break, and
   * without what would control the terminal.
   */
  static void print(Secret value, Terminal terminal) {
    PrintStream out = terminal.out();
    value.use(bytes -> {
      if (terminal.isOutTerminal()) {
        defuse(bytes);
      }
      out.write(bytes, 0, bytes.length);
      return null;
    });
    if (terminal.isOutTerminal()) {
      out.println();
    }
    out.flush();
  }

  /** Writes it as a JSON string. */
  static void write(Secret value, JsonGenerator json) {
    value.useChars(chars -> {
      json.writeString(chars, 0, chars.length);
      return null;
    });
  }

  /** Puts a question mark in the place of each control character, in ASCII and in Latin-1. */
  private static void defuse(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      int b = text[i] & 0xFF;
      boolean line = b == '\n' || b == '\t';
      if ((b < 0x20 && !line) || b == 0x7F) {
        text[i] = '?';
      } else if (b == 0xC2 && i + 1 < text.length && (text[i + 1] & 0xE0) == 0x80) {
        Arrays.fill(text, i, i + 2, (byte) '?');
      }
    }
  }
}
