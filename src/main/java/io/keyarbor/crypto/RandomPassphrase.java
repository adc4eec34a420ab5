package io.keyarbor.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Makes passphrases of random words, from the long list of the Electronic Frontier Foundation
 * (7,776 words, CC BY 3.0 US).
 *
 * @param words how many, {@value #FEWEST} to {@value #MOST}
 * @param separator between the words
 * @param capitalised whether each word begins with a capital letter
 */
public record RandomPassphrase(int words, String separator, boolean capitalised) {
  /** Least {@link #words}. */
  public static final int FEWEST = 3;

  /** Greatest {@link #words}. */
  public static final int MOST = 40;

  private static final int LONGEST_SEPARATOR = 10;
  private static final String LIST = "eff_large_wordlist.txt";

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a value is out of bounds
   */
  public RandomPassphrase {
    if (words < FEWEST || words > MOST || separator.length() > LONGEST_SEPARATOR) {
      throw new IllegalArgumentException(
          "a passphrase has "
              + FEWEST
              + " to "
              + MOST
              + " words and a separator of at most "
              + LONGEST_SEPARATOR
              + " characters");
    }
  }

  /** A new one, for the caller to close. */
  public Secret next(SecureRandom random) {
    List<String> list = list();
    try (SecretBuffer phrase = new SecretBuffer()) {
      for (int i = 0; i < words; i++) {
        append(phrase, i == 0 ? new char[0] : separator.toCharArray());
        char[] word = list.get(random.nextInt(list.size())).toCharArray();
        if (capitalised) {
          word[0] = Character.toUpperCase(word[0]);
        }
        append(phrase, word);
      }
      return phrase.toSecret();
    }
  }

  /** How hard a passphrase is to guess for whoever knows the list and the rules, in bits. */
  public double entropy() {
    return words * Math.log(list().size()) / Math.log(2);
  }

  private static void append(SecretBuffer phrase, char[] text) {
    phrase.insert(phrase.length(), text);
    Arrays.fill(text, '\0');
  }

  private static List<String> list() {
    try (InputStream in = RandomPassphrase.class.getResourceAsStream(LIST)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
