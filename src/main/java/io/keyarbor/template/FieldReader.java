package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.FieldSpec.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the form of a template: each conditional field comes right after what it depends on. */
final class FieldReader {
  private final Flaws flaws;
  private final Map<String, Json> conditional;
  private final List<FieldSpec> fields = new ArrayList<>();

  private FieldReader(Json template, Flaws flaws) {
    this.flaws = flaws;
    this.conditional = new LinkedHashMap<>(template.at("conditional_fields").entries());
  }

  static List<FieldSpec> read(Json template, Flaws flaws) {
    FieldReader reader = new FieldReader(template, flaws);
    template.at("required_fields").items().forEach(f -> reader.add(f, Optional.empty()));
    reader.conditional.forEach((condition, block) ->
        flaws.add(
            block.pointer().toString(),
            condition,
            "a condition on a select or boolean field of this form"));
    return List.copyOf(reader.fields);
  }

  /** Fields that are no part of the credential's own form, none of them conditional. */
  static List<FieldSpec> additional(Json fields, Flaws flaws) {
    FieldReader reader = new FieldReader(fields, flaws);
    fields.items().forEach(f -> reader.add(f, Optional.empty()));
    return List.copyOf(reader.fields);
  }

  /** The condition written as {@code field=value}. */
  static Condition condition(String text) {
    int equals = text.indexOf('=');
    return new Condition(text.substring(0, equals), text.substring(equals + 1));
  }

  private void add(Json json, Optional<Condition> when) {
    FieldSpec field = field(json, when);
    check(field, json);
    fields.add(field);
    boolean governs = field.type() == FieldType.SELECT || field.type() == FieldType.BOOLEAN;
    if (governs && !field.secret()) {
      for (String text : List.copyOf(conditional.keySet())) {
        if (condition(text).field().equals(field.name())) {
          addBlock(field, condition(text), conditional.remove(text));
        }
      }
    }
  }

  private void addBlock(FieldSpec governor, Condition when, Json block) {
    List<String> values = values(governor);
    if (!values.contains(when.value())) {
      flaws.add(
          block.pointer().toString(), when.value(), "one of the values " + Words.list(values));
    }
    block.items().forEach(f -> add(f, Optional.of(when)));
  }

  private static List<String> values(FieldSpec field) {
    return field.type() == FieldType.BOOLEAN
        ? List.of("true", "false")
        : field.options().stream().map(Option::value).toList();
  }

  private static FieldSpec field(Json json, Optional<Condition> when) {
    String name = json.text("name");
    FieldType type = type(json.text("type", "text"));
    return new FieldSpec(
        name,
        type,
        json.text("label", Words.label(name)),
        json.text("default"),
        json.at("options").items().stream().map(FieldReader::option).toList(),
        json.flag("required", true),
        json.text("placeholder"),
        json.text("help"),
        json.flag("secret", type == FieldType.PASSWORD) || type == FieldType.PASSWORD,
        when);
  }

  private static FieldType type(String name) {
    return Arrays.stream(FieldType.values())
        .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(FieldType.TEXT);
  }

  private static Option option(Json json) {
    String value = json.isObject() ? json.text("value") : json.text();
    return new Option(value, json.text("label", Words.choice(value)));
  }

  private void check(FieldSpec field, Json json) {
    if (fields.stream().anyMatch(other -> clash(other, field))) {
      flaws.add(
          json.at("name").toString(),
          field.name(),
          "a name that no other field has that is shown at the same time");
    }
    if (field.type() == FieldType.SELECT && field.options().isEmpty()) {
      flaws.add(json.toString(), "found a select without options, expected the key \"options\"");
    }
    boolean canBeSecret =
        switch (field.type()) {
          case TEXT, PASSWORD, MULTILINE, FILE -> true;
          case SELECT, URL, NUMBER, BOOLEAN -> false;
        };
    if (field.secret() && !canBeSecret) {
      flaws.add(
          json.at("secret").toString(),
          "true",
          "a secret to be of type text, password, multiline or file");
    }
    if (!field.defaultValue().isEmpty()) {
      checkDefault(field, json.at("default").toString());
    }
  }

  private void checkDefault(FieldSpec field, String pointer) {
    if (field.secret()) {
      flaws.add(pointer, "found a default for a secret, expected none");
    } else {
      FieldCheck.valueFault(field, field.defaultValue(), true)
          .ifPresent(fault -> flaws.add(pointer, field.defaultValue(), fault));
    }
  }

  private static boolean clash(FieldSpec a, FieldSpec b) {
    boolean never =
        a.when().isPresent()
            && b.when().isPresent()
            && a.when().get().field().equals(b.when().get().field())
            && !a.when().equals(b.when());
    return a.name().equals(b.name()) && !never;
  }
}
