package io.keyarbor.probe.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a request goes.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case, in brackets if IPv6
 * @param port -1 if none was given
 */
public record Origin(String scheme, String host, int port) {
  /**
   * The origin in what a person typed: a bare host, {@code host:port} or a URL. Without a scheme it
   * is {@code https}.
   *
   * @throws BadInput if it holds no host, a user name, or another scheme
   */
  public static Origin typed(String text) {
    String stripped = text.strip();
    try {
      return of(new URI(stripped.contains("://") ? stripped : "https://" + stripped));
    } catch (URISyntaxException e) {
      throw noAddress();
    }
  }

  /**
   * The origin of an address.
   *
   * @throws BadInput as {@link #typed} does
   */
  public static Origin of(URI uri) {
    if (uri.getRawUserInfo() != null) {
      throw new BadInput("The address holds a user name. Remove what stands before the @.");
    }
    if (uri.getHost() == null || uri.getScheme() == null || uri.getPort() > 65535) {
      throw noAddress();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new BadInput("The address must start with https:// or http://.");
    }
    return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort());
  }

  /** The port that is used: the given one or the scheme's own. */
  public int effectivePort() {
    if (port >= 0) {
      return port;
    }
    return scheme.equals("http") ? 80 : 443;
  }

  /** The same host with this port, unless one was given. */
  public Origin orPort(int otherwise) {
    return port >= 0 ? this : new Origin(scheme, host, otherwise);
  }

  /** {@code host}, or {@code host:port} where a port was given. */
  public String authority() {
    return port >= 0 ? host + ":" + port : host;
  }

  /** {@code scheme://host:port}. */
  @Override
  public String toString() {
    return scheme + "://" + authority();
  }

  private static BadInput noAddress() {
    return new BadInput(
        "The address holds no host. Write it as https://example.com or https://example.com:8443.");
  }
}
