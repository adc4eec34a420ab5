package io.keyarbor.probe.transport.line;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server is.
 *
 * @param host a name or an address, without brackets
 * @param port from 1 to 65535
 */
public record Address(String host, int port) {
  private static final Pattern WITH_PORT = Pattern.compile("([^\\[\\]:]+|\\[[^\\]]*\\]):(\\d+)");

  /** Nothing that any driver or resolver could read as more than a name. */
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?|[0-9A-Fa-f:.]{2,45}");

  /**
   * The address in {@code host}, {@code host:port} or {@code [address]:port}.
   *
   * @param standard the protocol's own port
   * @throws BadInput if the host or the port is none
   */
  public static Address typed(String text, int standard) {
    Matcher parts = WITH_PORT.matcher(text.strip());
    return parts.matches()
        ? new Address(checked(parts.group(1)), Login.port(parts.group(2)))
        : new Address(checked(text), standard);
  }

  /**
   * The address that a login names.
   *
   * @param standard the protocol's own port
   * @throws BadInput if the host or the port is none
   */
  public static Address of(Login login, int standard) {
    return new Address(checked(login.host()), login.port(standard));
  }

  /**
   * The host, without brackets.
   *
   * @throws BadInput if it is none
   */
  public static String checked(String typed) {
    String text = typed.strip();
    String host =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (!HOST.matcher(host).matches()) {
      throw new BadInput(
          "The host is not one: write its name or its address alone, such as db.example.com.");
    }
    return host;
  }
}
