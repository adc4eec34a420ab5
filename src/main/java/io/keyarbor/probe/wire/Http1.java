package io.keyarbor.probe.wire;

import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.text.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes requests of HTTP/1.1 (RFC 9112) on a connection. */
public final class Http1 {
  private Http1() {}

  /**
   * Sends {@code call} as it is.
   *
   * @throws BadInput if it cannot be sent
   */
  public static void send(Call call, OutputStream out) throws IOException {
    send(call, call.sendableHeaders(), call.bodyBytes(), out);
  }

  /**
   * Sends {@code call} with other headers and another body.
   *
   * @throws BadInput if it cannot be sent
   */
  public static void send(Call call, Map<String, String> headers, byte[] body, OutputStream out)
      throws IOException {
    URI uri = call.uri();
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.put("Host", ascii(uri.getRawAuthority()));
    if (body.length > 0 || !call.method().matches("GET|HEAD|DELETE")) {
      all.put("Content-Length", String.valueOf(body.length));
    }
    StringBuilder head = new StringBuilder(call.method()).append(' ').append(target(uri));
    head.append(" HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private static String target(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return ascii(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
  }

  private static String ascii(String text) {
    if (text == null || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new BadInput("An address holds a character that it cannot carry. Check the fields.");
    }
    return text;
  }
}
