package io.keyarbor.vault.codec;

import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The variables of a profile, inside its metadata: {@code name}, {@code credential}, and one of
 * {@code field}, {@code file} and {@code template}.
 */
final class ProfileJson {
  static final String NAME = "variables";

  private ProfileJson() {}

  static void write(JsonGenerator json, Profile profile) {
    json.writeStringProperty("name", profile.name());
    Json.text(json, "description", profile.description());
    json.writeArrayPropertyStart(NAME);
    profile.variables().forEach(variable -> Json.object(json, j -> write(j, variable)));
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Variable variable) {
    json.writeStringProperty("name", variable.name());
    json.writeStringProperty("credential", variable.credential().value().toString());
    switch (variable.value()) {
      case Value.Field field -> json.writeStringProperty("field", field.field());
      case Value.FileOf file -> json.writeStringProperty("file", file.field());
      case Value.ByTemplate template -> json.writeStringProperty("template", template.name());
    }
  }

  static List<Variable> read(JsonParser json) {
    List<Variable> variables = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> texts = new HashMap<>();
      Json.properties(json, (name, j) -> texts.put(name, j.getString()));
      variables.add(variable(texts));
    }
    return variables;
  }

  private static Variable variable(Map<String, String> texts) {
    CredentialId credential = new CredentialId(UUID.fromString(known(texts, "credential")));
    return new Variable(known(texts, "name"), credential, value(texts));
  }

  private static Value value(Map<String, String> texts) {
    if (texts.containsKey("field")) {
      return new Value.Field(texts.get("field"));
    }
    return texts.containsKey("file")
        ? new Value.FileOf(texts.get("file"))
        : new Value.ByTemplate(known(texts, "template"));
  }

  private static String known(Map<String, String> texts, String name) {
    if (!texts.containsKey(name)) {
      throw new IllegalArgumentException("a variable without " + name);
    }
    return texts.get(name);
  }
}
