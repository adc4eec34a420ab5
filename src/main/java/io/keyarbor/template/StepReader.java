package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Extract;
import io.keyarbor.template.ProbeSpec.Signer;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.ProbeSpec.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads requests, and what to take from their answers. */
record StepReader(TextReader texts) {
  List<Step> steps(Json json) {
    return json.items().stream().map(this::step).toList();
  }

  private Step step(Json json) {
    return new Step(
        json.text("id"),
        json.text("method", "GET"),
        texts.text(json.at("url")),
        texts.text(json.at("unix_socket")),
        json.at("transport").entries().entrySet().stream()
            .map(e -> new Transport(e.getKey(), parameters(e.getValue())))
            .findFirst(),
        texts.texts(json.at("headers")),
        texts.texts(json.at("form")),
        texts.body(json.at("body")),
        json.at("signer").entries().entrySet().stream()
            .map(e -> new Signer(e.getKey(), texts.texts(e.getValue())))
            .findFirst(),
        json.at("capture").items().stream().map(StepReader::capture).toList(),
        statuses(json.at("expect")),
        json.flag("always", false));
  }

  /** As one level of names: {@code ask.user} for what {@code ask} has under {@code user}. */
  private Map<String, String> parameters(Json json) {
    Map<String, String> parameters = new LinkedHashMap<>();
    json.entries()
        .forEach((name, value) -> {
          if (value.isObject()) {
            value
                .entries()
                .forEach((inner, text) -> parameters.put(name + "." + inner, texts.text(text)));
          } else {
            parameters.put(name, texts.text(value));
          }
        });
    return Collections.unmodifiableMap(parameters);
  }

  private static Capture capture(Json json) {
    return new Capture(
        json.text("name"), json.text("from"), json.text("path"), json.flag("secret", false));
  }

  List<Extract> extracts(Json json) {
    return json.items().stream().map(this::extract).toList();
  }

  private Extract extract(Json json) {
    boolean isValue = json.text("from").equals("value");
    return new Extract(
        json.text("kind"),
        json.text("label"),
        json.text("step"),
        json.text("from"),
        isValue ? texts.text(json.at("path")) : json.text("path"),
        json.text("format"));
  }

  /** Statuses as numbers; {@code 2xx} stands for all from 200 to 299. */
  static List<Integer> statuses(Json json) {
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
}
