package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Option;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a value must be to fit its field. */
final class FieldCheck {
  private FieldCheck() {}

  /**
   * What was expected in place of a value that is given, if it does not fit.
   *
   * @param bareHost whether a URL may be a host alone
   */
  static Optional<String> valueFault(FieldSpec field, String value, boolean bareHost) {
    return switch (field.type()) {
      case URL -> urlFault(value, bareHost);
      case NUMBER -> isNumber(value) ? Optional.empty() : Optional.of("a number");
      case BOOLEAN ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of("true or false");
      case SELECT ->
          field.options().stream().map(Option::value).anyMatch(value::equals)
              ? Optional.empty()
              : Optional.of(
                  "one of "
                      + Words.list(field.options().stream().map(Option::value).limit(12).toList()));
      case TEXT ->
          value.chars().anyMatch(c -> c == '\n' || c == '\r')
              ? Optional.of("a single line")
              : Optional.empty();
      case PASSWORD, FILE, MULTILINE -> Optional.empty();
    };
  }

  private static boolean isNumber(String value) {
    return value.length() <= 40 && value.matches("[+-]?\\d+(\\.\\d+)?");
  }

  private static Optional<String> urlFault(String value, boolean bareHost) {
    boolean hasScheme = value.contains("://");
    if (!hasScheme && !bareHost) {
      return Optional.of("an address that starts with https:// or http://");
    }
    try {
      URI uri = new URI(hasScheme ? value : "https://" + value);
      String scheme = uri.getScheme();
      if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
        return Optional.of("an address that starts with https:// or http://");
      }
      if (uri.getHost() == null || uri.getPort() > 65535) {
        return Optional.of("a host such as example.com, maybe with a port");
      }
      // A password in an address would end up in plain sight.
      return uri.getRawUserInfo() == null
          ? Optional.empty()
          : Optional.of("an address without a user name in it");
    } catch (URISyntaxException e) {
      return Optional.of("an address such as https://example.com:8443");
    }
  }
}
