package io.keyarbor.transfer.kdbx;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What XML 1.0 can hold: no control characters but tab and line ends, no half characters. */
final class XmlText {
  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /** Whether {@code utf8} is text that can stand in XML. */
  static boolean holds(byte[] utf8) {
    CharBuffer chars = CharBuffer.allocate(utf8.length);
    try {
      CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
      return !strict.decode(ByteBuffer.wrap(utf8), chars, true).isError()
          && holds((CharSequence) chars.flip());
    } finally {
      Arrays.fill(chars.array(), '\0');
    }
  }

  static boolean holds(CharSequence text) {
    return text.codePoints().allMatch(XmlText::holds);
  }

  /** {@code text} with U+FFFD in the place of what cannot stand. */
  static String replaced(String text) {
    return holds(text)
        ? text
        : text.codePoints()
            .map(c -> holds(c) ? c : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean holds(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
