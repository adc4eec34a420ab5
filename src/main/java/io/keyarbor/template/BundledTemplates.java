package io.keyarbor.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The templates that come with Keyarbor, listed by the resource {@code templates/index}. */
final class BundledTemplates {
  private static final String FOLDER = "/templates/";

  private BundledTemplates() {}

  /** Their paths below {@code templates/}. */
  static List<String> names() {
    return new String(bytes("index"), StandardCharsets.UTF_8)
        .lines()
        .filter(l -> !l.isBlank())
        .toList();
  }

  static byte[] bytes(String name) {
    try (InputStream in = BundledTemplates.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its template " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
