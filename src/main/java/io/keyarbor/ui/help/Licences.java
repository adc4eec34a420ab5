package io.keyarbor.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The libraries and fonts that Keyarbor is made with, and their licences. */
final class Licences {
  private Licences() {}

  /**
   * One of them.
   *
   * @param version empty where there is none
   * @param licence its SPDX expression
   */
  record Part(String name, String version, String licence) {
    boolean isMetBy(String words) {
      String all = String.join(" ", name, version, licence).toLowerCase(Locale.ROOT);
      return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
          .allMatch(all::contains);
    }
  }

  /** All of them, by name. */
  static List<Part> all() {
    try (InputStream in = Licences.class.getResourceAsStream("/licences/licences.json")) {
      return List.of(new JsonMapper().readValue(in, Part[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of licences cannot be read", e);
    }
  }
}
