package io.keyarbor.cli;

import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestSchedule;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** A credential as {@code --json} prints it, without its secrets. */
final class CredentialJson {
  private final GroupPaths groups;
  private final ZoneId zone;

  CredentialJson(GroupPaths groups, ZoneId zone) {
    this.groups = groups;
    this.zone = zone;
  }

  /** The object, left open for more. */
  void begin(Credential credential, JsonGenerator json) {
    Details details = credential.details();
    json.writeStartObject();
    json.writeStringProperty("id", credential.id().value().toString());
    json.writeStringProperty("name", details.name());
    json.writeStringProperty("service", details.serviceType());
    json.writeStringProperty("group", groups.path(details.group()));
    json.writeName("fields");
    json.writeStartObject();
    new TreeMap<>(details.fields()).forEach(json::writeStringProperty);
    json.writeEndObject();
    texts("secret_fields", credential.secretFields(), json);
    texts("tags", details.tags(), json);
    json.writeBooleanProperty("favourite", details.favourite());
    json.writeStringProperty("notes", details.notes());
    text("expires", Standing.expires(credential, zone), json);
    json.writeStringProperty("test_schedule", schedule(details.schedule()));
    json.writeNumberProperty("version", credential.version());
    text("created", Optional.of(credential.created()), json);
    text("updated", Optional.of(credential.updated()), json);
    text("trashed", credential.trashed(), json);
    json.writeStringProperty("status", Standing.of(credential.lastTest()).toString());
    json.writeName("last_test");
    verdict(credential.lastTest(), json);
  }

  /** The object. */
  void write(Credential credential, JsonGenerator json) {
    begin(credential, json);
    json.writeEndObject();
  }

  /** What a test found, or null. */
  static void verdict(Optional<Verdict> verdict, JsonGenerator json) {
    if (verdict.isEmpty()) {
      json.writeNull();
      return;
    }
    Verdict found = verdict.get();
    json.writeStartObject();
    json.writeStringProperty("outcome", found.outcome().name());
    json.writeStringProperty("reason", found.reason().code());
    json.writeStringProperty("detail", found.detail());
    json.writeStringProperty("at", found.at().toString());
    json.writeNumberProperty("took_ms", found.took().toMillis());
    json.writeName("identity");
    json.writeStartObject();
    found.identity().forEach(json::writeStringProperty);
    json.writeEndObject();
    texts("scopes", found.scopes(), json);
    json.writeEndObject();
  }

  private static String schedule(TestSchedule schedule) {
    return switch (schedule) {
      case TestSchedule.Inherited inherited -> "group";
      case TestSchedule.Never never -> "never";
      case TestSchedule.Every(int hours) -> hours + "h";
    };
  }

  private static void text(String name, Optional<?> value, JsonGenerator json) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get().toString());
    } else {
      json.writeNullProperty(name);
    }
  }

  private static void texts(String name, Iterable<String> values, JsonGenerator json) {
    TreeSet<String> sorted = new TreeSet<>();
    values.forEach(sorted::add);
    json.writeName(name);
    json.writeStartArray();
    sorted.forEach(json::writeString);
    json.writeEndArray();
  }
}
