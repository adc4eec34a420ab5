package io.keyarbor.vault.codec;

import io.keyarbor.probe.Reason;
import io.keyarbor.vault.PastVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a credential's tests found, inside its metadata, newest first. */
final class HistoryJson {
  static final String NAME = "history";

  private HistoryJson() {}

  static void write(JsonGenerator json, List<PastVerdict> history) {
    if (!history.isEmpty()) {
      json.writeArrayPropertyStart(NAME);
      history.forEach(past -> Json.object(json, j -> write(j, past)));
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, PastVerdict past) {
    json.writeStringProperty("reason", past.reason().code());
    Json.text(json, "detail", VerdictJson.cut(past.detail()));
    json.writeNumberProperty("version", past.version());
    Json.time(json, "first", past.first());
    Json.time(json, "last", past.last());
    json.writeNumberProperty("took", past.took().toMillis());
    json.writeNumberProperty("seen", past.seen());
  }

  static List<PastVerdict> read(JsonParser json) {
    List<PastVerdict> history = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Read read = new Read();
      Json.properties(json, read::property);
      history.add(read.past());
    }
    return Collections.unmodifiableList(history);
  }

  private static final class Read {
    private Reason reason = Reason.INDETERMINATE;
    private String detail = "";
    private int version;
    private Instant first = Instant.EPOCH;
    private Instant last = Instant.EPOCH;
    private Duration took = Duration.ZERO;
    private int seen = 1;

    void property(String name, JsonParser json) {
      switch (name) {
        case "reason" -> reason = Reason.of(json.getString()).orElse(Reason.INDETERMINATE);
        case "detail" -> detail = json.getString();
        case "version" -> version = json.getIntValue();
        case "first" -> first = Json.time(json);
        case "last" -> last = Json.time(json);
        case "took" -> took = Duration.ofMillis(json.getLongValue());
        case "seen" -> seen = json.getIntValue();
        default -> {}
      }
    }

    PastVerdict past() {
      return new PastVerdict(reason, detail, version, first, last, took, seen);
    }
  }
}
