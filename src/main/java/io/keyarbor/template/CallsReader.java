package io.keyarbor.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the calls that a template has beside its test: of rotation, of usage, of models. */
record CallsReader(TextReader texts, List<FieldSpec> form) {
  Optional<Rotation> rotation(Json json) {
    return json.isAbsent()
        ? Optional.empty()
        : Optional.of(
            new Rotation(
                json.number("days", 0),
                json.text("manual"),
                json.at("calls").items().stream().map(this::calls).toList()));
  }

  private Rotation.Calls calls(Json json) {
    StepReader steps = new StepReader(texts);
    return new Rotation.Calls(
        Conditions.when(json.at("when"), form, texts.flaws()),
        hosts(json),
        FieldReader.additional(json.at("fields"), texts.flaws()),
        json.text("needs"),
        steps.steps(json.at("create")),
        texts.texts(json.at("result")),
        steps.steps(json.at("revoke")));
  }

  List<Reading> readings(Json json) {
    return json.oneOrMore().stream().map(this::reading).toList();
  }

  private Reading reading(Json json) {
    StepReader steps = new StepReader(texts);
    return new Reading(
        Conditions.when(json.at("when"), form, texts.flaws()),
        hosts(json),
        FieldReader.additional(json.at("fields"), texts.flaws()),
        json.text("needs"),
        steps.steps(json.at("steps")),
        steps.extracts(json.at("extract")));
  }

  static List<String> hosts(Json json) {
    return json.texts("hosts").stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
  }
}
