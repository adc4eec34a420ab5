package io.keyarbor.template;

import io.keyarbor.template.ServiceTemplate.KeyPattern;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes a template of JSON that fits the schema, and finds the faults that no schema can see. */
final class TemplateReader {
  private TemplateReader() {}

  static ServiceTemplate read(JsonNode root, Flaws flaws) {
    Json json = Json.root(root);
    TextReader texts = new TextReader(flaws);
    String serviceType = json.text("service_type");
    List<FieldSpec> fields = FieldReader.read(json, flaws);
    CallsReader calls = new CallsReader(texts, fields);
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
        new EnvReader(texts, fields).read(json.at("env")),
        json.at("files").items().stream().map(TemplateReader::file).toList(),
        new ProbeReader(flaws).read(json, fields),
        calls.readings(json.at("models")),
        calls.readings(json.at("usage")),
        calls.rotation(json.at("rotation")));
  }

  private static ConfigFile file(Json json) {
    return new ConfigFile(
        json.text("path"),
        json.text("format"),
        json.text("each"),
        json.pairs("fields"),
        json.text("override"));
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

  private static KeyPattern pattern(Json json, List<FieldSpec> fields, TextReader texts) {
    String field = json.text("field");
    if (fields.stream().noneMatch(f -> f.name().equals(field))) {
      texts.flaws().add(json.at("field").toString(), field, "the name of a field of this form");
    }
    String pattern = texts.regex(json.at("pattern"));
    if (texts.flaws().isEmpty()) {
      BoundedRegex.of(pattern).groupNames().stream()
          .filter(name -> fields.stream().noneMatch(f -> f.name().equals(name)))
          .forEach(name ->
              texts
                  .flaws()
                  .add(json.at("pattern").toString(), name, "groups named after fields only"));
    }
    return new KeyPattern(pattern, field, json.text("choice"));
  }
}
