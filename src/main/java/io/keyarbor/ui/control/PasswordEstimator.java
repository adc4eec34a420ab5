package io.keyarbor.ui.control;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.WipeableString;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.keyarbor.crypto.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Says how hard a password is to guess, by the zxcvbn library. Safe for any thread; an estimate
 * takes milliseconds, the first one longer, so not for the JavaFX thread.
 */
public final class PasswordEstimator {
  /** The cost grows with the square of the length, and what is longer is strong anyway. */
  private static final int MOST_READ = 100;

  private final Zxcvbn zxcvbn = new Zxcvbn();

  /**
   * How good a password is.
   *
   * @param score from 0, guessed at once, to 4, not guessed in a lifetime
   * @param hint how to better it, in plain English; empty if there is nothing to say
   */
  public record Estimate(int score, String hint) {
    /** The score in words. */
    public String words() {
      return List.of("Very weak", "Weak", "Fair", "Good", "Strong").get(score);
    }
  }

  /** Estimates {@code password}, of which the library keeps nothing. */
  public Estimate estimate(Secret password) {
    return password.useChars(chars -> {
      WipeableString text =
          new WipeableString(Arrays.copyOf(chars, Math.min(chars.length, MOST_READ)));
      Strength strength = zxcvbn.measure(text);
      try {
        return new Estimate(strength.getScore(), hint(strength.getFeedback()));
      } finally {
        strength.wipe();
        text.wipe();
      }
    });
  }

  private static String hint(Feedback feedback) {
    String warning = sentence(feedback.getWarning(Locale.ENGLISH));
    String advice =
        feedback.getSuggestions(Locale.ENGLISH).stream()
            .findFirst()
            .map(PasswordEstimator::sentence)
            .orElse("");
    return (warning + " " + advice).strip();
  }

  private static String sentence(String words) {
    return words == null || words.isBlank() ? "" : words.replaceAll("[.!]*$", "") + ".";
  }
}
