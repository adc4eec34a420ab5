package io.keyarbor.probe.transport.mongodb;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.line.Address;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What DNS tells of a service: its hosts, and the database that knows its users. Source: MongoDB's
 * specification "Initial DNS Seedlist Discovery".
 *
 * @param authSource empty if it is not told
 */
record SrvRecords(List<Address> hosts, String authSource) {
  private static final String AUTH_SOURCE = "authSource=";

  /**
   * Asks for the service of a name.
   *
   * @throws BadInput if the URL names no service, or DNS leads to foreign hosts
   */
  static SrvRecords of(List<String> named, Dns dns) {
    if (named.size() != 1 || named.getFirst().contains(":")) {
      throw new BadInput("A URL that starts with mongodb+srv:// has one host and no port.");
    }
    String name = Address.checked(named.getFirst()).toLowerCase(Locale.ROOT);
    List<Address> hosts =
        dns.records("_mongodb._tcp." + name, "SRV").stream()
            .map(record -> address(record, domain(name)))
            .toList();
    if (hosts.isEmpty()) {
      throw new BadInput("The name in the connection URL is no service of MongoDB. Check it.");
    }
    String source =
        dns.records(name, "TXT").stream()
            .flatMap(text -> Arrays.stream(text.replace("\"", "").split("&", -1)))
            .filter(option -> option.startsWith(AUTH_SOURCE))
            .map(option -> option.substring(AUTH_SOURCE.length()))
            .findFirst()
            .orElse("");
    return new SrvRecords(hosts, source);
  }

  /** Where the hosts must be, so that nobody who answers for DNS can lead the password away. */
  private static String domain(String name) {
    boolean short2 = name.chars().filter(c -> c == '.').count() < 2;
    return short2 ? "." + name : name.substring(name.indexOf('.'));
  }

  /** A record is priority, weight, port and host. */
  private static Address address(String record, String domain) {
    String[] parts = record.split(" ", -1);
    String host = parts.length == 4 ? parts[3].toLowerCase(Locale.ROOT) : "";
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (!bare.endsWith(domain)) {
      throw new BadInput(
          "DNS leads from the name in the connection URL to hosts of another domain. Nothing was "
              + "sent.");
    }
    return Address.typed(bare + ":" + parts[2], MongoTarget.PORT);
  }
}
