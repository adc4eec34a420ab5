package io.keyarbor.language;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order in which people look names up: by their language, whatever the case. */
public final class NameOrder {
  private NameOrder() {}

  /**
   * The order in the person's language. Made anew for each sorting, so that it follows a change of
   * the language; a comparator is for one thread.
   */
  public static Comparator<String> ofPeople() {
    Collator collator = Collator.getInstance(Locale.getDefault(Locale.Category.DISPLAY));
    // What a language holds for equal is still told apart, so that a list looks always the same.
    return ((Comparator<String>) collator::compare).thenComparing(Comparator.naturalOrder());
  }
}
