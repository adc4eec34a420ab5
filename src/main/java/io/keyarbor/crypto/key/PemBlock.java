package io.keyarbor.crypto.key;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One block of a text in PEM form (RFC 7468, with the headers of RFC 1421). Read from bytes, for
 * what lies between the lines may be a key that no {@code String} should hold.
 */
final class PemBlock implements AutoCloseable {
  private static final byte[] BEGIN = ascii("-----BEGIN ");
  private static final byte[] END = ascii("-----END ");
  private static final byte[] DASHES = ascii("-----");
  private static final byte[] PROC_TYPE_ENCRYPTED = ascii(",ENCRYPTED");
  private static final int LONGEST_LABEL = 40;
  private static final int MOST = 32;

  private final String label;
  private final boolean encrypted;
  private final byte[] content;

  private PemBlock(String label, boolean encrypted, byte[] content) {
    this.label = label;
    this.encrypted = encrypted;
    this.content = content;
  }

  /**
   * Those of its first {@value #MOST} that can be read, in the text's order; what is no block is
   * passed over.
   */
  static List<PemBlock> of(byte[] text) {
    List<PemBlock> blocks = new ArrayList<>();
    int at = find(text, BEGIN, 0, text.length);
    // Those that cannot be read cost as much as the others.
    for (int tries = 0; at >= 0 && tries < MOST; tries++) {
      int from = at + BEGIN.length;
      block(text, from).ifPresent(blocks::add);
      at = find(text, BEGIN, from, text.length);
    }
    return blocks;
  }

  private static Optional<PemBlock> block(byte[] text, int from) {
    int label = find(text, DASHES, from, Math.min(text.length, from + LONGEST_LABEL));
    int end = label < 0 ? -1 : find(text, END, label, text.length);
    if (end < 0) {
      return Optional.empty();
    }
    byte[] digits = new byte[end - label];
    try {
      int length = 0;
      boolean encrypted = false;
      int line = label + DASHES.length;
      while (line < end) {
        int next = find(text, new byte[] {'\n'}, line, end);
        next = next < 0 ? end : next;
        if (find(text, new byte[] {':'}, line, next) >= 0) {
          encrypted |= find(text, PROC_TYPE_ENCRYPTED, line, next) >= 0;
        } else {
          length = digits(text, line, next, digits, length);
        }
        line = next + 1;
      }
      return decoded(
          new String(text, from, label - from, StandardCharsets.US_ASCII),
          encrypted,
          digits,
          length);
    } finally {
      Arrays.fill(digits, (byte) 0);
    }
  }

  private static int digits(byte[] text, int from, int to, byte[] digits, int start) {
    int length = start;
    for (int i = from; i < to; i++) {
      if (text[i] > ' ') {
        digits[length++] = text[i];
      }
    }
    return length;
  }

  private static Optional<PemBlock> decoded(
      String label, boolean encrypted, byte[] digits, int length) {
    byte[] exact = Arrays.copyOf(digits, length);
    try {
      return Optional.of(new PemBlock(label, encrypted, Base64.getDecoder().decode(exact)));
    } catch (IllegalArgumentException e) {
      // Not the block of anything that is known here; its words might quote the key.
      return Optional.empty();
    } finally {
      Arrays.fill(exact, (byte) 0);
    }
  }

  private static int find(byte[] text, byte[] wanted, int from, int to) {
    for (int i = from; i + wanted.length <= to; i++) {
      if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** For example {@code RSA PRIVATE KEY}. */
  String label() {
    return label;
  }

  /** Whether its headers say so. */
  boolean encrypted() {
    return encrypted;
  }

  /** What was written in Base64, as long as the block is not closed. */
  byte[] content() {
    return content;
  }

  /** Wipes the content. */
  @Override
  public void close() {
    Arrays.fill(content, (byte) 0);
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "PemBlock[" + label + "]";
  }
}
