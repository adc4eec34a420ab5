package io.keyarbor.vault.testing;

import io.keyarbor.vault.Details;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

/** Which credentials load the same server. */
final class Hosts {
  private Hosts() {}

  /** The host in the first field that holds an address; the service's type if none does. */
  static String of(Details details) {
    return new TreeMap<>(details.fields())
        .values().stream()
            .filter(value -> value.contains("://"))
            .map(Hosts::host)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(details.serviceType());
  }

  private static String host(String value) {
    try {
      String host = new URI(value.strip()).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
