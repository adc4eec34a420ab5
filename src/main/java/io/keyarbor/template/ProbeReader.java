package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Extract;
import io.keyarbor.template.ProbeSpec.Rule;
import io.keyarbor.template.ProbeSpec.Signer;
import io.keyarbor.template.ProbeSpec.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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
    List<Step> steps = json.at("steps").items().stream().map(this::step).toList();
    checkSteps(json, steps);
    return new ProbeSpec(
        when(json.at("when"), fields),
        json.texts("hosts").stream().map(h -> h.toLowerCase(Locale.ROOT)).toList(),
        steps,
        json.at("rules").items().stream().map(this::rule).toList(),
        json.at("extract").items().stream().map(ProbeReader::extract).toList(),
        json.flag("control", true),
        json.number("min_interval", 0),
        json.text("side_effects"));
  }

  private Optional<Condition> when(Json json, List<FieldSpec> fields) {
    if (json.isAbsent()) {
      return Optional.empty();
    }
    Condition when = FieldReader.condition(json.text());
    boolean known =
        fields.stream()
            .filter(f -> f.name().equals(when.field()) && !f.secret())
            .anyMatch(f -> FieldCheck.valueFault(f, when.value(), true).isEmpty());
    if (!known) {
      flaws.add(json.toString(), json.text(), "a plain field of the form and one of its values");
    }
    return Optional.of(when);
  }

  private Step step(Json json) {
    return new Step(
        json.text("id"),
        json.text("method", "GET"),
        texts.text(json.at("url")),
        texts.texts(json.at("headers")),
        texts.texts(json.at("form")),
        texts.body(json.at("body")),
        json.at("signer").entries().entrySet().stream()
            .map(e -> new Signer(e.getKey(), texts.texts(e.getValue())))
            .findFirst(),
        json.at("capture").items().stream().map(ProbeReader::capture).toList(),
        statuses(json.at("expect")),
        json.flag("always", false));
  }

  private static Capture capture(Json json) {
    return new Capture(
        json.text("name"), json.text("from"), json.text("path"), json.flag("secret", false));
  }

  private Rule rule(Json json) {
    return new Rule(
        json.text("step"),
        statuses(json.at("status")),
        json.texts("errors"),
        json.texts("body_contains"),
        TestReader.read(json.at("json"), texts),
        TestReader.read(json.at("headers"), texts),
        json.text("reason"),
        json.text("says"));
  }

  private static Extract extract(Json json) {
    return new Extract(
        json.text("kind"),
        json.text("label"),
        json.text("step"),
        json.text("from"),
        json.text("path"),
        json.text("format"));
  }

  /** Statuses as numbers; {@code 2xx} stands for all from 200 to 299. */
  private static List<Integer> statuses(Json json) {
    List<Integer> statuses = new ArrayList<>();
    for (Json item : json.oneOrMore()) {
      if (item.node().isString()) {
        int first = 100 * (item.text().charAt(0) - '0');
        IntStream.range(first, first + 100).forEach(statuses::add);
      } else {
        statuses.add(item.node().intValue());
      }
    }
    return List.copyOf(statuses);
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
