package io.keyarbor.demo.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as the answers look at it.
 *
 * @param uri path and query as they came
 * @param headers by lower-case name; of several, the first
 * @param body the first 64 KiB as text
 */
record Request(String method, String path, String uri, Map<String, String> headers, String body) {
  private static final int MAX_BODY = 1 << 16;

  static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestURI().toString(),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  /** The header of that name, empty if there is none. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** {@code user:password} of basic authentication, empty if there is none. */
  String basic() {
    String value = header("Authorization");
    if (!value.startsWith("Basic ")) {
      return "";
    }
    try {
      return new String(
          Base64.getDecoder().decode(value.substring("Basic ".length())), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  Map<String, String> form() {
    return header("Content-Type").startsWith("application/x-www-form-urlencoded")
        ? pairs(body)
        : Map.of();
  }

  Map<String, String> query() {
    int mark = uri.indexOf('?');
    return mark < 0 ? Map.of() : pairs(uri.substring(mark + 1));
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
