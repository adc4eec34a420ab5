package io.keyarbor.probe.engine;

import io.keyarbor.probe.tls.FreshKey;
import java.security.SecureRandom;

/** Makes up secrets of the same shape as real ones. For one thread. */
final class MadeUp {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  /** Fewer random characters than that might be guessed right. */
  private static final int LEAST_RANDOM = 12;

  private static final int LONGEST_PREFIX = 12;

  private final SecureRandom random = new SecureRandom();

  /**
   * A private key for a private key. In an address that holds a login, only the password changes;
   * in another, what comes after the host. Else letters for letters, digits for digits, the rest as
   * it is.
   */
  String like(String secret) {
    if (secret.contains("PRIVATE KEY-----")) {
      return FreshKey.like(secret);
    }
    int scheme = secret.indexOf("://");
    return scheme > 0 ? address(secret, scheme + 3) : text(secret);
  }

  private String address(String secret, int start) {
    int end = start;
    while (end < secret.length() && "/?#".indexOf(secret.charAt(end)) < 0) {
      end++;
    }
    int login = secret.lastIndexOf('@', end - 1);
    int colon = login > start ? secret.indexOf(':', start) : -1;
    return colon > 0 && colon < login
        ? secret.substring(0, colon + 1)
            // Without codes such as %40, which would be none any more.
            + text(secret.substring(colon + 1, login).replaceAll("%[0-9A-Fa-f]{2}", "-"))
            + secret.substring(login)
        : secret.substring(0, end) + text(secret.substring(end));
  }

  /**
   * Short ones get longer. A prefix like {@code sk-} stays, since services turn away what does not
   * even look like a key.
   */
  private String text(String secret) {
    int kept = prefix(secret);
    StringBuilder text = new StringBuilder(secret.substring(0, kept));
    int changed = 0;
    for (int i = kept; i < secret.length(); i++) {
      String kind = kind(secret.charAt(i));
      text.append(kind.isEmpty() ? secret.charAt(i) : any(kind));
      changed += kind.isEmpty() ? 0 : 1;
    }
    for (; changed < LEAST_RANDOM; changed++) {
      text.append(any(LOWER));
    }
    return text.toString();
  }

  /** Up to the last dash near the start that leaves enough to change. */
  private static int prefix(String secret) {
    for (int i = Math.min(LONGEST_PREFIX, secret.length() - LEAST_RANDOM) - 1; i >= 0; i--) {
      if (secret.charAt(i) == '-' || secret.charAt(i) == '_') {
        return i + 1;
      }
    }
    return 0;
  }

  private static String kind(char c) {
    if (c >= 'a' && c <= 'z') {
      return LOWER;
    }
    if (c >= 'A' && c <= 'Z') {
      return UPPER;
    }
    return c >= '0' && c <= '9' ? DIGITS : "";
  }

  private char any(String kind) {
    return kind.charAt(random.nextInt(kind.length()));
  }
}
