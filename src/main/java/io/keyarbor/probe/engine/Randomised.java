package io.keyarbor.probe.engine;

import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** The same values, with made-up ones of the same shape in place of the secrets. For one thread. */
final class Randomised implements Values {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  /** Fewer random characters than that might be guessed right. */
  private static final int LEAST_RANDOM = 12;

  private static final int LONGEST_PREFIX = 12;

  private final SecureRandom random = new SecureRandom();
  private final Values real;
  private final Map<String, Value> made = new HashMap<>();

  Randomised(Values real) {
    this.real = real;
  }

  @Override
  public Value get(String name) {
    Value value = real.get(name);
    return value.secret() && !value.text().isEmpty()
        ? made.computeIfAbsent(name, n -> Value.secret(like(value.text())))
        : value;
  }

  /**
   * Letters for letters, digits for digits, the rest as it is; short ones get longer. A prefix like
   * {@code sk-} stays, since services turn away what does not even look like a key.
   */
  private String like(String secret) {
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
