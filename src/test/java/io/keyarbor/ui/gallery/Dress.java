package io.keyarbor.ui.gallery;

import io.keyarbor.settings.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the app looks like while the gallery is walked.
 *
 * @param scale of the fonts, from which every size follows
 */
record Dress(Theme theme, double scale, Locale language) {
  /**
   * No language of people: English with every text a third longer, which is what translating does
   * to texts of this size. Shows what would clip before anybody has translated it.
   */
  static final Locale LONGER = Locale.of("qps");

  /** All that the pictures are taken in. */
  static List<Dress> all() {
    List<Dress> all = new ArrayList<>();
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, LONGER)) {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        for (double scale : List.of(1.0, 1.5, 2.0)) {
          all.add(new Dress(theme, scale, language));
        }
      }
    }
    all.add(new Dress(Theme.LIGHT, 0.75, Locale.ENGLISH));
    return all;
  }

  /** For the name of a folder. */
  @Override
  public String toString() {
    return language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + scale;
  }
}
