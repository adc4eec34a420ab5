package io.keyarbor.vault.codec;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A verdict inside a record's metadata. A service decides its length, so all of it is cut. */
final class VerdictJson {
  private static final int TEXT = 500;
  private static final int ENTRIES = 200;
  private static final String NEVER = "never";

  private VerdictJson() {}

  static void write(JsonGenerator json, Verdict verdict) {
    json.writeStringProperty("reason", verdict.reason().code());
    Json.text(json, "detail", cut(verdict.detail()));
    Json.time(json, "at", verdict.at());
    json.writeNumberProperty("took", verdict.took().toMillis());
    Map<String, String> identity = new LinkedHashMap<>();
    verdict.identity().entrySet().stream()
        .limit(ENTRIES)
        .forEach(e -> identity.put(cut(e.getKey()), cut(e.getValue())));
    Json.map(json, "identity", identity);
    Json.texts(json, "scopes", cut(verdict.scopes()));
    switch (verdict.expiry()) {
      case Expiry.At at -> Json.time(json, "expiry", at.when());
      case Expiry.Never never -> json.writeStringProperty("expiry", NEVER);
      case Expiry.Unknown unknown -> {}
    }
    Json.texts(json, "models", cut(verdict.models()));
    verdict
        .certificate()
        .ifPresent(certificate -> {
          json.writeName("certificate");
          Json.object(json, j -> write(j, certificate));
        });
  }

  private static void write(JsonGenerator json, ServerCertificate certificate) {
    Json.text(json, "subject", cut(certificate.subject()));
    Json.text(json, "issuer", cut(certificate.issuer()));
    Json.time(json, "notBefore", certificate.notBefore());
    Json.time(json, "notAfter", certificate.notAfter());
    Json.text(json, "sha256", cut(certificate.sha256()));
    Json.text(json, "pinned", cut(certificate.pinned()));
  }

  static Verdict read(JsonParser json) {
    Read read = new Read();
    Json.properties(json, read::property);
    return new Verdict(
        read.reason,
        read.detail,
        read.at,
        read.took,
        Collections.unmodifiableMap(read.identity),
        read.scopes,
        read.expiry,
        read.models,
        read.certificate);
  }

  private static final class Read {
    private Reason reason = Reason.INDETERMINATE;
    private String detail = "";
    private Instant at = Instant.EPOCH;
    private Duration took = Duration.ZERO;
    private Map<String, String> identity = Map.of();
    private List<String> scopes = List.of();
    private Expiry expiry = new Expiry.Unknown();
    private List<String> models = List.of();
    private Optional<ServerCertificate> certificate = Optional.empty();

    void property(String name, JsonParser json) {
      switch (name) {
        case "reason" -> reason = Reason.of(json.getString()).orElse(Reason.INDETERMINATE);
        case "detail" -> detail = json.getString();
        case "at" -> at = Json.time(json);
        case "took" -> took = Duration.ofMillis(json.getLongValue());
        case "identity" -> identity = Json.map(json);
        case "scopes" -> scopes = List.copyOf(Json.texts(json));
        case "expiry" ->
            expiry =
                json.currentToken() == JsonToken.VALUE_STRING
                    ? new Expiry.Never()
                    : new Expiry.At(Json.time(json));
        case "models" -> models = List.copyOf(Json.texts(json));
        case "certificate" -> certificate = Optional.of(certificate(json));
        default -> {}
      }
    }

    private static ServerCertificate certificate(JsonParser json) {
      Map<String, String> texts = new LinkedHashMap<>();
      Map<String, Instant> times = new LinkedHashMap<>();
      Json.properties(
          json,
          (name, j) -> {
            if (j.currentToken() == JsonToken.VALUE_STRING) {
              texts.put(name, j.getString());
            } else if (j.currentToken() == JsonToken.VALUE_NUMBER_INT) {
              times.put(name, Json.time(j));
            }
          });
      return new ServerCertificate(
          texts.getOrDefault("subject", ""),
          texts.getOrDefault("issuer", ""),
          times.getOrDefault("notBefore", Instant.EPOCH),
          times.getOrDefault("notAfter", Instant.EPOCH),
          texts.getOrDefault("sha256", ""),
          texts.getOrDefault("pinned", ""));
    }
  }

  private static List<String> cut(Collection<String> texts) {
    return texts.stream().limit(ENTRIES).map(VerdictJson::cut).toList();
  }

  static String cut(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT);
  }
}
