package io.keyarbor.ui.wizard;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** SHA-256 fingerprints as people write them. */
final class Fingerprint {
  private static final int BYTES = 32;

  private Fingerprint() {}

  /** With or without colons or spaces, as {@code AB:CD:...}; empty if it is none. */
  static Optional<String> normal(String written) {
    String digits =
        written.strip().replaceFirst("(?i)^sha-?256\\s*[:=]?\\s*", "").replaceAll("[:\\s]", "");
    return digits.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")
        ? Optional.of(
            HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT))))
        : Optional.empty();
  }
}
