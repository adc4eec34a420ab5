package io.keyarbor.template;

import java.net.URI;
import java.net.URISyntaxException;

/** The host in what a person typed as an address: a bare host, {@code host:port} or a URL. */
public final class Address {
  private Address() {}

  /** The host alone, in brackets if IPv6; what was typed if there is none to be seen. */
  public static String host(String typed) {
    String text = typed.strip();
    try {
      String host = new URI(text.contains("://") ? text : "https://" + text).getHost();
      return host == null ? text : host;
    } catch (URISyntaxException e) {
      return text;
    }
  }
}
