package io.keyarbor.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.PasswordEstimator.Estimate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PasswordEstimatorTest {
  private final PasswordEstimator estimator = new PasswordEstimator();

  @Test
  void tellsACommonPasswordFromAStrongOne() {
    assertEquals(0, estimate("password").score());
    assertEquals("Very weak", estimate("password").words());
    Estimate strong = estimate("otter-velvet-quarry-94-lantern");
    assertEquals(4, strong.score());
    assertEquals("Strong", strong.words());
    assertEquals("", strong.hint());
  }

  @Test
  void saysHowToBetterItInTheLanguageOfTheAppWhateverTheSystemSpeaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
      String english = estimate("password").hint();
      assertTrue(english.contains("common password"), english);
      assertTrue(english.endsWith("."), english);
      Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
      assertTrue(estimate("password").hint().contains("Passw"), estimate("password").hint());
      assertEquals("Sehr schwach", estimate("password").words());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void readsNoMoreOfAVeryLongPasswordThanItNeeds() {
    assertEquals(4, estimate("aZ9!kL0x".repeat(50_000) + "tail").score() | 4);
    assertFalse(estimate("").words().isEmpty());
  }

  private Estimate estimate(String password) {
    try (Secret secret = Secret.takeUtf8(password.toCharArray())) {
      return estimator.estimate(secret);
    }
  }
}
