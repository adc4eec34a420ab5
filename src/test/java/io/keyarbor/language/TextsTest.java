package io.keyarbor.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Texts follow the locale, and say English where a language has none. */
final class TextsTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void back() {
    Locale.setDefault(before);
  }

  @Test
  void englishIsWhatTheCodeSays() {
    Locale.setDefault(Locale.ENGLISH);
    assertEquals("It's 3 of {9}", Texts.tr("It's {0} of {9}", 3));
    assertEquals("1,234 credentials", Texts.count(1234, "{0} credential", "{0} credentials"));
    assertEquals("1 credential", Texts.count(1, "{0} credential", "{0} credentials"));
  }

  @Test
  void germanComesFromItsTable() {
    Locale.setDefault(Locale.GERMANY);
    assertEquals("Einstellungen", Texts.tr("Settings"));
    assertEquals("no such text", Texts.tr("no such text"));
  }

  @Test
  void anUnknownLanguageIsEnglishWhateverTheSystemSpeaks() {
    Locale.setDefault(Locale.FRANCE);
    assertEquals("Settings", Texts.tr("Settings"));
  }
}
