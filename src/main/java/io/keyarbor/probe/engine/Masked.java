package io.keyarbor.probe.engine;

import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Step;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person sees in place of secrets, and of values that only an answer will tell. */
final class Masked implements Values {
  private final FieldValues fields;
  private final Map<String, Capture> captures;

  Masked(FieldValues fields, List<Step> steps) {
    this.fields = fields;
    this.captures =
        steps.stream()
            .flatMap(step -> step.captures().stream())
            .collect(Collectors.toMap(Capture::name, Function.identity(), (a, b) -> a));
  }

  @Override
  public Value get(String name) {
    Capture capture = captures.get(name);
    if (capture != null) {
      return new Value("‹" + name + "›", capture.secret(), true);
    }
    if (fields.secrets().containsKey(name)) {
      return fields.secrets().get(name).length() == 0
          ? Value.NONE
          : new Value(Value.MASK, true, true);
    }
    return Value.plain(fields.plain().getOrDefault(name, ""));
  }

  @Override
  public Value missing(String name) {
    return new Value("‹" + name + "›", false, true);
  }
}
