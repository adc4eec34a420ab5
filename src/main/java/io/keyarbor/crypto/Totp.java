package io.keyarbor.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * One-time passwords by time: RFC 6238 on top of RFC 4226, with keys in Base32 (RFC 4648) as
 * services print them, or in the {@code otpauth://totp/} address of their QR code.
 *
 * @param key not kept readable for longer than a code takes
 * @param algorithm of the JDK, e.g. {@code HmacSHA1}
 * @param digits of a code, 6 to 8
 * @param period seconds for which a code holds
 */
public record Totp(Secret key, String algorithm, int digits, int period) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SMALLEST_KEY = 5;

  /**
   * Reads a key; {@code text} stays the caller's.
   *
   * @throws IllegalArgumentException if it is none; the message holds nothing of it
   */
  public static Totp read(Secret text) {
    return text.useChars(chars -> {
      if (!startsWith(chars, 0, "otpauth://")) {
        return new Totp(base32(chars, 0, chars.length), "HmacSHA1", 6, 30);
      }
      if (!startsWith(chars, 0, "otpauth://totp/")) {
        throw new IllegalArgumentException("only codes by time (totp) are made");
      }
      String algorithm =
          "Hmac" + plain(chars, "algorithm").orElse("SHA1").toUpperCase(Locale.ROOT);
      int digits = number(chars, "digits", 6, 6, 8);
      int period = number(chars, "period", 30, 1, 3600);
      int[] secret = parameter(chars, "secret");
      // Last, so that no fault of the others leaves the key behind.
      return new Totp(base32(chars, secret[0], secret[1]), algorithm, digits, period);
    });
  }

  /** The code at {@code moment}, for the caller to close. Closes the key. */
  public Secret code(Instant moment) {
    try (key) {
      byte[] hash =
          key.use(bytes -> {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new WipeableKey(algorithm, bytes));
            long step = Math.floorDiv(moment.getEpochSecond(), (long) period);
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
          });
      int offset = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      byte[] code = new byte[digits];
      for (int i = digits - 1; i >= 0; i--) {
        code[i] = (byte) ('0' + number % 10);
        number /= 10;
      }
      return Secret.take(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("its algorithm is not known");
    }
  }

  private static Secret base32(char[] text, int from, int to) {
    byte[] bytes = new byte[(to - from) * 5 / 8 + 1];
    try {
      int length = 0;
      int bits = 0;
      int buffer = 0;
      for (int i = from; i < to; i++) {
        if (text[i] == ' ' || text[i] == '-' || text[i] == '=') {
          continue;
        }
        int value = BASE32.indexOf(Character.toUpperCase(text[i]));
        if (value < 0) {
          throw new IllegalArgumentException("it is not written in Base32");
        }
        buffer = (buffer << 5 | value) & 0xFFF;
        bits += 5;
        if (bits >= 8) {
          bits -= 8;
          bytes[length++] = (byte) (buffer >> bits);
        }
      }
      if (length < SMALLEST_KEY) {
        throw new IllegalArgumentException("it is too short");
      }
      return Secret.take(Arrays.copyOf(bytes, length));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Letter by letter, for a copy of {@code text} would stay in memory. */
  private static boolean startsWith(char[] text, int from, String start) {
    if (text.length - from < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if (Character.toLowerCase(text[from + i]) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the value of a query parameter lies: from, to. */
  private static int[] parameter(char[] text, String name) {
    for (int i = 0; i + name.length() + 1 < text.length; i++) {
      boolean begins = text[i] == '?' || text[i] == '&';
      if (begins && startsWith(text, i + 1, name + "=")) {
        int from = i + name.length() + 2;
        int to = from;
        while (to < text.length && text[to] != '&' && text[to] != '#') {
          to++;
        }
        return new int[] {from, to};
      }
    }
    return new int[] {0, 0};
  }

  private static Optional<String> plain(char[] text, String name) {
    int[] place = parameter(text, name);
    return place[1] > place[0]
        ? Optional.of(new String(text, place[0], place[1] - place[0]))
        : Optional.empty();
  }

  private static int number(char[] text, String name, int usual, int least, int most) {
    int value =
        plain(text, name).filter(v -> v.matches("\\d{1,4}")).map(Integer::parseInt).orElse(usual);
    if (value < least || value > most) {
      throw new IllegalArgumentException("its " + name + " are out of bounds");
    }
    return value;
  }
}
