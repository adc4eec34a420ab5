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

  /**
   * The host in the first field that holds an address, or else in the one called {@code host}; the
   * service's type if neither tells.
   */
  static String of(Details details) {
    return new TreeMap<>(details.fields())
        .values().stream()
            .filter(value -> value.contains("://"))
            .map(Hosts::host)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> named(details));
  }

  private static String named(Details details) {
    String host = details.fields().getOrDefault("host", "").strip().toLowerCase(Locale.ROOT);
    return host.isEmpty() ? details.serviceType() : host;
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
