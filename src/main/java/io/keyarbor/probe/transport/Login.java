package io.keyarbor.probe.transport;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ServerTrust;
import java.time.Duration;
import java.util.Map;

/**
 * Where to connect and as whom. Lives as long as one conversation, since it holds a secret.
 *
 * @param with the template's parameters, filled in; those that are empty are left out
 * @param trust decides whether a server is the right one, and remembers whom it refused
 * @param connect longest time to connect
 * @param patience longest time for all of it
 */
public record Login(
    Map<String, String> with, ServerTrust trust, Duration connect, Duration patience) {
  private static final int HIGHEST_PORT = 65_535;

  /** The parameter, empty if there is none. */
  public String get(String name) {
    return with.getOrDefault(name, "");
  }

  /** The host, as the person typed it. */
  public String host() {
    return get("host");
  }

  /**
   * The port, or the protocol's own.
   *
   * @throws BadInput if it is no port
   */
  public int port(int standard) {
    return get("port").isEmpty() ? standard : port(get("port"));
  }

  /**
   * The port in a text.
   *
   * @throws BadInput if it is none
   */
  public static int port(String port) {
    int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
    if (number < 1 || number > HIGHEST_PORT) {
      throw new BadInput("The port is not a number from 1 to 65535. Check it.");
    }
    return number;
  }

  /** Names the parameters only. */
  @Override
  public String toString() {
    return "Login" + with.keySet();
  }
}
