package io.keyarbor.language;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Texts in the language of the default locale for display. The English text itself is the key, so
 * the code reads as what a person sees; a text that a language does not have is shown in English.
 *
 * <p>Safe for any thread.
 */
public final class Texts {
  /** A missing language is English, not the language of the system. */
  private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_CLASS);

  private Texts() {}

  /**
   * The text in the person's language.
   *
   * @param english with {@code {0}}, {@code {1}} and so on where {@code values} belong
   */
  public static String tr(String english, Object... values) {
    return filled(bundle().getString(english), values);
  }

  /**
   * The text for a number of things.
   *
   * @param one for exactly one, e.g. {@code "{0} credential"}
   * @param many for every other number; {@code {0}} stands for it
   * @param more for {@code {1}} and so on
   */
  public static String count(long number, String one, String many, Object... more) {
    Object[] values = new Object[more.length + 1];
    values[0] =
        NumberFormat.getIntegerInstance(Locale.getDefault(Locale.Category.FORMAT)).format(number);
    System.arraycopy(more, 0, values, 1, more.length);
    return filled(bundle().getString(number == 1 ? one : many), values);
  }

  /**
   * What a room below the windows said, in the person's language. Those rooms speak English, with
   * names, files and numbers in their sentences already; a sentence that is not known stays as it
   * is.
   */
  public static String retold(String message) {
    return bundle().getString(message);
  }

  /** All texts, for views that are loaded from FXML, where {@code %} stands before a text. */
  public static ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        Words.class.getName(), Locale.getDefault(Locale.Category.DISPLAY), NO_FALLBACK);
  }

  /** Not by MessageFormat, in which an apostrophe would have to be doubled. */
  private static String filled(String text, Object... values) {
    if (values.length == 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      int place =
          i + 2 < text.length() && text.charAt(i) == '{' && text.charAt(i + 2) == '}'
              ? text.charAt(i + 1) - '0'
              : -1;
      if (place >= 0 && place < values.length) {
        filled.append(values[place]);
        i += 2;
      } else {
        filled.append(text.charAt(i));
      }
    }
    return filled.toString();
  }
}
