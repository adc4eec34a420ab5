package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.WipeableString;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.keyarbor.crypto.Secret;
import io.keyarbor.language.Texts;
import java.util.Arrays;
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
   * @param hint how to better it, in plain words; empty if there is nothing to say
   */
  public record Estimate(int score, String hint) {
    /** The score in words. */
    public String words() {
      return switch (score) {
        case 0 -> tr("Very weak");
        case 1 -> tr("Weak");
        case 2 -> tr("Fair");
        case 3 -> tr("Good");
        default -> tr("Strong");
      };
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
    // The library speaks more languages than the app, and is to speak the same one.
    Locale language = Texts.bundle().getLocale();
    String warning = sentence(feedback.getWarning(language));
    String advice =
        feedback.getSuggestions(language).stream()
            .findFirst()
            .map(PasswordEstimator::sentence)
            .orElse("");
    return (warning + " " + advice).strip();
  }

  private static String sentence(String words) {
    return words == null || words.isBlank() ? "" : words.replaceAll("[.!]*$", "") + ".";
  }
}
