package io.keyarbor.crypto;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Makes passwords of random characters. Every password that fits the rules is as likely as any
 * other: one that lacks a kind of character that was asked for is thrown away whole.
 *
 * @param length characters, {@value #SHORTEST} to {@value #LONGEST}
 * @param kinds at least one character of each is in a password
 * @param lookAlikes whether characters that are taken for one another, such as 0 and O, may be in
 *     it
 */
public record RandomPassword(int length, Set<Kind> kinds, boolean lookAlikes) {
  /** Least {@link #length}. */
  public static final int SHORTEST = 8;

  /** Greatest {@link #length}. */
  public static final int LONGEST = 1000;

  private static final String LOOK_ALIKES = "0O1lI5S2Z8B|`'\"";

  /** Kinds of characters. */
  public enum Kind {
    LOWER("abcdefghijklmnopqrstuvwxyz"),
    UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    DIGITS("0123456789"),
    SYMBOLS("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private final String characters;

    Kind(String characters) {
      this.characters = characters;
    }
  }

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the length is out of bounds, or there is no kind
   */
  public RandomPassword {
    kinds = Set.copyOf(kinds);
    if (length < SHORTEST || length > LONGEST || kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "a password has " + SHORTEST + " to " + LONGEST + " characters of at least one kind");
    }
  }

  /** A new one, for the caller to close. */
  public Secret next(SecureRandom random) {
    char[] alphabet = alphabet();
    char[] password = new char[length];
    do {
      for (int i = 0; i < length; i++) {
        password[i] = alphabet[random.nextInt(alphabet.length)];
      }
    } while (!hasAllKinds(password));
    return Secret.takeUtf8(password);
  }

  /**
   * How hard a password is to guess for whoever knows the rules, in bits: the logarithm of how many
   * there are.
   */
  public double entropy() {
    List<Integer> sizes = kinds.stream().map(kind -> characters(kind).length()).toList();
    int all = sizes.stream().mapToInt(Integer::intValue).sum();
    // Of all strings, those that lack a kind are taken out: inclusion and exclusion.
    double share = 0;
    for (int lacking = 0; lacking < 1 << sizes.size(); lacking++) {
      int left = all;
      for (int i = 0; i < sizes.size(); i++) {
        left -= (lacking >> i & 1) * sizes.get(i);
      }
      double part = Math.pow((double) left / all, length);
      share += Integer.bitCount(lacking) % 2 == 0 ? part : -part;
    }
    return (length * Math.log(all) + Math.log(share)) / Math.log(2);
  }

  private char[] alphabet() {
    List<String> parts = new ArrayList<>();
    kinds.forEach(kind -> parts.add(characters(kind)));
    return String.join("", parts).toCharArray();
  }

  private String characters(Kind kind) {
    StringBuilder kept = new StringBuilder();
    kind.characters
        .chars()
        .filter(c -> lookAlikes || LOOK_ALIKES.indexOf(c) < 0)
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private boolean hasAllKinds(char[] password) {
    boolean all =
        kinds.stream()
            .allMatch(kind -> {
              for (char c : password) {
                if (kind.characters.indexOf(c) >= 0) {
                  return true;
                }
              }
              return false;
            });
    if (!all) {
      Arrays.fill(password, '\0');
    }
    return all;
  }
}
