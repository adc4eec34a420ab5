package io.keyarbor.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The host in what a person typed as an address: a bare host, {@code host:port} or a URL. */
public final class Address {
  private Address() {}

  /** The host alone, in brackets if IPv6; what was typed if there is none to be seen. */
  public static String host(String typed) {
    return found(typed).orElse(typed.strip());
  }

  /** The host alone; empty if there is none to be seen. What was typed may then be anything. */
  public static Optional<String> found(String typed) {
    String text = typed.strip();
    try {
      return Optional.ofNullable(
          new URI(text.contains("://") ? text : "https://" + text).getHost());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
