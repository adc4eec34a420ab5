package io.keyarbor.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
public record Totp(Secret key, String algorithm, int digits, int period) implements AutoCloseable {
  /** What fields are called that hold one, here and in other programs. */
  public static final Set<String> FIELD_NAMES = Set.of("otp", "totp");

  private static final String ADDRESS = "otpauth://";
  private static final String BY_TIME = ADDRESS + "totp/";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SMALLEST_KEY = 5;
  private static final int LONGEST_TEXT = 4096;

  /**
   * Reads a key; {@code text} stays the caller's.
   *
   * @throws IllegalArgumentException if it is none; the message holds nothing of it
   */
  public static Totp read(Secret text) {
    return text.useChars(chars -> {
      if (chars.length > LONGEST_TEXT) {
        throw new IllegalArgumentException("it is too long");
      }
      if (!startsWith(chars, 0, ADDRESS)) {
        return new Totp(base32(chars, 0, chars.length), "HmacSHA1", 6, 30);
      }
      if (!startsWith(chars, 0, BY_TIME)) {
        throw new IllegalArgumentException("only codes by time (totp) are made");
      }
      String algorithm = algorithm(plain(chars, "algorithm").orElse("SHA1"));
      int digits = number(chars, "digits", 6, 6, 8);
      int period = number(chars, "period", 30, 1, 3600);
      int[] secret = parameter(chars, "secret");
      // Last, so that no fault of the others leaves the key behind.
      return new Totp(base32(chars, secret[0], secret[1]), algorithm, digits, period);
    });
  }

  /**
   * Why {@code text} is no key for codes, as a part of a sentence that holds nothing of it; empty
   * if it is one.
   */
  public static Optional<String> fault(Secret text) {
    try {
      read(text).close();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether {@code text} is an address of a key for codes, right or wrong, and no bare key. */
  public static boolean isAddress(Secret text) {
    return text.useChars(chars -> startsWith(chars, 0, ADDRESS));
  }

  /** Whether a field of that name holds a key for codes, as a bare key or an address. */
  public static boolean isNamed(String field) {
    return FIELD_NAMES.contains(field.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code text}, kept in a field of that name, is meant to make codes. */
  public static boolean isMeant(String field, Secret text) {
    return isNamed(field) || isAddress(text);
  }

  /** The address of a bare key in Base32, for the caller to close; {@code key} stays as it is. */
  public static Secret address(Secret key) {
    return key.useChars(chars -> {
      char[] start = (BY_TIME + "?secret=").toCharArray();
      char[] address = Arrays.copyOf(start, start.length + chars.length);
      int length = start.length;
      for (char c : chars) {
        if (BASE32.indexOf(Character.toUpperCase(c)) >= 0) {
          address[length++] = c;
        }
      }
      char[] exact = Arrays.copyOf(address, length);
      Arrays.fill(address, '\0');
      return Secret.takeUtf8(exact);
    });
  }

  /** Seconds for which the code of {@code moment} still holds, from {@link #period} down to 1. */
  public static int secondsLeft(int period, Instant moment) {
    return period - (int) Math.floorMod(moment.getEpochSecond(), (long) period);
  }

  /** Wipes the key. */
  @Override
  public void close() {
    key.close();
  }

  /** The code at {@code moment}, for the caller to close. Closes the key. */
  public Secret code(Instant moment) {
    try (this) {
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
      throw new IllegalStateException("every platform has " + algorithm, e);
    }
  }

  /** Those of RFC 6238. */
  private static String algorithm(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "SHA1" -> "HmacSHA1";
      case "SHA256" -> "HmacSHA256";
      case "SHA512" -> "HmacSHA512";
      default -> throw new IllegalArgumentException("its algorithm is not known");
    };
  }

  private static Secret base32(char[] text, int from, int to) {
    byte[] bytes = new byte[(to - from) * 5 / 8 + 1];
    try {
      int length = 0;
      int bits = 0;
      int buffer = 0;
      for (int i = from; i < to; i++) {
        if (startsWith(text, i, "%3d") || startsWith(text, i, "%20")) {
          i += 2;
          continue;
        }
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
    String value = plain(text, name).orElse(Integer.toString(usual));
    int number = value.matches("\\d{1,4}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          name.equals("digits")
              ? "its codes must have 6 to 8 digits"
              : "its codes must hold for 1 to 3600 seconds");
    }
    return number;
  }
}
