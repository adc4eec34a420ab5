package io.keyarbor.ui.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a new template can start from. */
enum Starter {
  API_KEY("A service with an API key", "starter-api-key.json"),
  LOGIN("A service with user and password", "starter-login.json"),
  CHOICE("A service with several ways to log in", "starter-choice.json");

  private final String label;
  private final String resource;

  Starter(String label, String resource) {
    this.label = label;
    this.resource = resource;
  }

  /** What a person reads. */
  String label() {
    return label;
  }

  /** Its JSON. */
  String text() {
    try (InputStream in = Objects.requireNonNull(Starter.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
