package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Rule;
import io.keyarbor.template.ProbeSpec.Step;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a template's connection tests. */
final class ProbeReader {
  /** The step that a signer adds to fetch its token; see the template guide. */
  static final String TOKEN_STEP = "token";

  private final Flaws flaws;
  private final TextReader texts;

  ProbeReader(Flaws flaws) {
    this.flaws = flaws;
    this.texts = new TextReader(flaws);
  }

  List<ProbeSpec> read(Json template, List<FieldSpec> fields) {
    return template.at("probe").oneOrMore().stream().map(p -> probe(p, fields)).toList();
  }

  private ProbeSpec probe(Json json, List<FieldSpec> fields) {
    StepReader reader = new StepReader(texts);
    List<Step> steps = reader.steps(json.at("steps"));
    checkSteps(json, steps);
    return new ProbeSpec(
        Conditions.when(json.at("when"), fields, flaws),
        matching(json.at("matching"), fields),
        json.at("fallback_on").oneOrMore().stream().map(Json::text).toList(),
        CallsReader.hosts(json),
        steps,
        json.at("rules").items().stream().map(this::rule).toList(),
        reader.extracts(json.at("extract")),
        json.flag("control", true),
        json.number("min_interval", 0),
        json.text("side_effects"));
  }

  private Map<String, String> matching(Json json, List<FieldSpec> fields) {
    Map<String, String> matching = new LinkedHashMap<>();
    json.entries()
        .forEach((name, pattern) -> {
          if (fields.stream().noneMatch(f -> f.name().equals(name))) {
            flaws.add(pattern.toString(), name, "the name of a field of this form");
          }
          matching.put(name, texts.regex(pattern));
        });
    return Collections.unmodifiableMap(matching);
  }

  private Rule rule(Json json) {
    return new Rule(
        json.text("step"),
        StepReader.statuses(json.at("status")),
        json.at("codes").oneOrMore().stream().map(Json::text).toList(),
        json.texts("errors"),
        json.texts("body_contains"),
        TestReader.read(json.at("json"), texts),
        TestReader.read(json.at("headers"), texts),
        TestReader.read(json.at("xpath"), texts),
        json.text("reason"),
        json.text("says"));
  }

  private void checkSteps(Json probe, List<Step> steps) {
    Set<String> ids = new HashSet<>();
    for (Json step : probe.at("steps").items()) {
      if (!ids.add(step.text("id"))) {
        flaws.add(step.at("id").toString(), step.text("id"), "an id that no other step has");
      }
    }
    if (steps.stream().allMatch(Step::always)) {
      flaws.add(probe.at("steps").toString(), "found clean-up only, expected a step that decides");
    }
    ids.add(TOKEN_STEP);
    for (String list : List.of("rules", "extract")) {
      for (Json item : probe.at(list).items()) {
        if (!item.at("step").isAbsent() && !ids.contains(item.text("step"))) {
          flaws.add(item.at("step").toString(), item.text("step"), "the id of a step");
        }
      }
    }
  }
}
