package io.keyarbor.probe.text;

import io.keyarbor.template.TextTemplate.Filter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.io.JsonStringEncoder;

/** The changes that a placeholder can ask for, so that a value cannot break out of its place. */
public final class Filters {
  private Filters() {}

  /**
   * Applies one filter.
   *
   * @throws BadInput if there is no such filter or the value does not fit it
   */
  static String apply(Filter filter, String value) {
    return switch (filter.name()) {
      case "url" -> url(value);
      case "path" -> segment(value);
      case "base64" -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
      case "xml" -> xml(value);
      case "json" -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
      case "host" -> Origin.typed(value).host();
      case "origin" -> origin(value, filter.argument());
      default -> throw new BadInput("The template asks for an unknown filter: " + filter.name());
    };
  }

  /**
   * For a part of a query or of a form: everything but letters, digits and {@code -_.*} encoded.
   */
  public static String url(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** For one segment of a path: as {@link #url}, and never a step up. */
  public static String segment(String value) {
    return value.equals(".") || value.equals("..") ? value.replace(".", "%2E") : url(value);
  }

  private static String xml(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    value
        .chars()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&apos;");
            default -> escaped.append((char) c);
          }
        });
    return escaped.toString();
  }

  private static String origin(String value, String port) {
    Origin origin = Origin.typed(value);
    return (port.isEmpty() ? origin : origin.orPort(port(port))).toString();
  }

  private static int port(String argument) {
    try {
      return Integer.parseInt(argument);
    } catch (NumberFormatException e) {
      throw new BadInput("The template gives a port that is no number.");
    }
  }
}
