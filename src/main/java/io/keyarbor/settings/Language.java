package io.keyarbor.settings;

import java.util.Locale;
import java.util.Optional;

/** The language of windows; each is called by its own name, so that anybody finds the own one. */
public enum Language {
  SYSTEM("Like the system", Optional.empty()),
  ENGLISH("English", Optional.of(Locale.ENGLISH)),
  GERMAN("Deutsch", Optional.of(Locale.GERMAN));

  private final String label;
  private final Optional<Locale> locale;

  Language(String label, Optional<Locale> locale) {
    this.label = label;
    this.locale = locale;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** Empty where the system says it. */
  public Optional<Locale> locale() {
    return locale;
  }
}
