package io.keyarbor.vault;

import java.text.Normalizer;
import java.util.Locale;

/** When two names are the same: apart from case, from how a character is composed, and spaces. */
public final class NameKey {
  private NameKey() {}

  /** Equal for names that are the same. */
  public static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
