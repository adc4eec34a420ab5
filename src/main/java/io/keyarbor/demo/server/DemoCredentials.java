package io.keyarbor.demo.server;

import io.keyarbor.crypto.Secret;
import io.keyarbor.demo.server.PretendServices.Addresses;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the invented credentials that fill the demo's vault. */
public final class DemoCredentials {
  private static final String RESOURCE = "/demo/credentials.json";

  private DemoCredentials() {}

  /**
   * All of them, for the caller to close, pointing at the pretend services.
   *
   * @param today what their expiry dates are counted from
   */
  public static List<DemoCredential> load(Addresses addresses, LocalDate today) {
    return DemoResource.json(RESOURCE).values().stream()
        .map(c -> credential(c, addresses, today))
        .toList();
  }

  private static DemoCredential credential(JsonNode json, Addresses addresses, LocalDate today) {
    Map<String, String> fields = new LinkedHashMap<>();
    json.path("fields")
        .properties()
        .forEach(f -> fields.put(f.getKey(), placed(f.getValue().asString(), addresses)));
    Map<String, Secret> secrets = new LinkedHashMap<>();
    json.path("secrets")
        .properties()
        .forEach(
            s -> secrets.put(s.getKey(), Secret.takeUtf8(s.getValue().asString().toCharArray())));
    return new DemoCredential(
        json.path("name").asString(),
        json.path("service_type").asString(),
        List.copyOf(texts(json.path("group"))),
        fields,
        secrets,
        texts(json.path("tags")),
        json.path("favourite").booleanValue(false),
        json.path("notes").asString(""),
        expires(json.path("expires").asString(""), today));
  }

  private static String placed(String text, Addresses addresses) {
    return text.replace("{pretend}", addresses.http()).replace("{pretend_tls}", addresses.https());
  }

  private static Set<String> texts(JsonNode json) {
    return json.values().stream()
        .map(JsonNode::asString)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** {@code +12d} is in twelve days. */
  private static Optional<LocalDate> expires(String text, LocalDate today) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(today.plusDays(Long.parseLong(text.replaceAll("[^-0-9]", ""))));
  }
}
