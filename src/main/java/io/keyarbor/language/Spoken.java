package io.keyarbor.language;

import java.util.Locale;
import java.util.Locale.Category;
import java.util.Optional;

/**
 * The language that this process speaks in its windows: what the person chose, or what the system
 * speaks. Made once, before anything asks for a text.
 */
public final class Spoken {
  private final Locale display = Locale.getDefault(Category.DISPLAY);
  private final Locale format = Locale.getDefault(Category.FORMAT);

  /** Keeps in mind what the system speaks. */
  public Spoken() {}

  /**
   * From now on texts are asked for in {@code chosen}, and dates and numbers are written as there;
   * who keeps the system's language keeps its country's habits too.
   *
   * @param chosen empty for the system's
   */
  public void speak(Optional<Locale> chosen) {
    Locale.setDefault(Category.DISPLAY, chosen.map(c -> near(c, display)).orElse(display));
    Locale.setDefault(Category.FORMAT, chosen.map(c -> near(c, format)).orElse(format));
  }

  private static Locale near(Locale chosen, Locale system) {
    return chosen.getLanguage().equals(system.getLanguage()) ? system : chosen;
  }
}
