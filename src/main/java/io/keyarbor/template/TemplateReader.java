package io.keyarbor.template;

import io.keyarbor.template.ServiceTemplate.ConfigFile;
import io.keyarbor.template.ServiceTemplate.EnvName;
import io.keyarbor.template.ServiceTemplate.KeyPattern;
import io.keyarbor.template.ServiceTemplate.Rotation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes a template of JSON that fits the schema, and finds the faults that no schema can see. */
final class TemplateReader {
  private TemplateReader() {}

  static ServiceTemplate read(JsonNode root, Flaws flaws) {
    Json json = Json.root(root);
    TextReader texts = new TextReader(flaws);
    String serviceType = json.text("service_type");
    List<FieldSpec> fields = FieldReader.read(json, flaws);
    return new ServiceTemplate(
        serviceType,
        json.text("display_name", Words.title(serviceType)),
        json.text("category", "generic"),
        json.text("icon"),
        json.text("docs_url"),
        texts.text(json.at("create_key_url")),
        json.at("summary").isAbsent() ? summary(fields) : texts.text(json.at("summary")),
        json.texts("notes"),
        fields,
        json.at("recognise").items().stream().map(p -> pattern(p, fields, texts)).toList(),
        texts.texts(json.at("env")).entrySet().stream()
            .map(e -> new EnvName(e.getKey(), e.getValue()))
            .toList(),
        json.at("files").items().stream()
            .map(f -> new ConfigFile(f.text("path"), f.text("format")))
            .toList(),
        new ProbeReader(flaws).read(json, fields),
        json.at("rotation").isAbsent() ? Optional.empty() : Optional.of(rotation(json)));
  }

  /** The first plain field that is typed in tells one credential from another best. */
  private static String summary(List<FieldSpec> fields) {
    return fields.stream()
        .filter(f -> !f.secret() && f.when().isEmpty())
        .filter(f -> f.type() == FieldType.URL || f.type() == FieldType.TEXT)
        .findFirst()
        .map(f -> "{" + f.name() + "?}")
        .orElse("");
  }

  private static Rotation rotation(Json json) {
    Json rotation = json.at("rotation");
    return new Rotation(rotation.number("days", 0), rotation.text("manual"));
  }

  private static KeyPattern pattern(Json json, List<FieldSpec> fields, TextReader texts) {
    String field = json.text("field");
    if (fields.stream().noneMatch(f -> f.name().equals(field))) {
      texts.flaws().add(json.at("field").toString(), field, "the name of a field of this form");
    }
    return new KeyPattern(texts.regex(json.at("pattern")), field, json.text("choice"));
  }
}
