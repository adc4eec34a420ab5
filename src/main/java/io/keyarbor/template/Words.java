package io.keyarbor.template;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names made readable. */
final class Words {
  private static final Set<String> ABBREVIATIONS =
      Set.of("api", "ca", "id", "ip", "sso", "tls", "uri", "url");

  private Words() {}

  /** {@code token_name} becomes {@code Token name}, {@code api_key} becomes {@code API key}. */
  static String label(String name) {
    String words =
        Arrays.stream(name.split("[_\\- ]+", -1))
            .filter(w -> !w.isEmpty())
            .map(w -> ABBREVIATIONS.contains(w) ? w.toUpperCase(Locale.ROOT) : w)
            .collect(Collectors.joining(" "));
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code my-service} becomes {@code My Service}. */
  static String title(String serviceType) {
    return Arrays.stream(serviceType.split("[_\\-.]+", -1))
        .filter(w -> !w.isEmpty())
        .map(Words::label)
        .collect(Collectors.joining(" "));
  }

  /** A choice's label: a made-up name becomes words, a product's own name stays as it is. */
  static String choice(String value) {
    return value.matches("[a-z]+(_[a-z]+)*") ? label(value) : value;
  }

  /** The text in quotes, cut where it is long. */
  static String quoted(String text) {
    return '"' + cut(text, 60) + '"';
  }

  /** The text, with an ellipsis where it is longer than {@code length}. */
  static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length - 3) + "..." : text;
  }

  static String list(Collection<String> values) {
    return String.join(", ", values);
  }
}
