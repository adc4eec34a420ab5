package io.keyarbor.probe.engine;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FilterKind;
import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.TextTemplate.Filter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person sees in place of secrets, and of values that only an answer will tell. */
final class Masked implements Values {
  private final FieldValues fields;
  private final Values real;
  private final Map<String, Capture> captures;

  /**
   * @param real the same values as they are
   */
  Masked(FieldValues fields, Values real, List<Step> steps) {
    this.fields = fields;
    this.real = real;
    this.captures =
        steps.stream()
            .flatMap(step -> step.captures().stream())
            .collect(Collectors.toMap(Capture::name, Function.identity(), (a, b) -> a));
  }

  /** The whole value; a secret's place is taken without looking at it. */
  @Override
  public Value get(String name) {
    return part(name, List.of());
  }

  /** A part that is public is shown, for which the whole is looked into. */
  @Override
  public Value part(String name, List<Filter> reading) {
    Capture capture = captures.get(name);
    if (capture != null) {
      boolean secret = capture.secret() && !FilterKind.disclose(reading);
      return new Value("‹" + name + "›", secret, true);
    }
    Value part =
        reading.isEmpty() && fields.secrets().containsKey(name)
            ? untouched(fields.secrets().get(name))
            : real.part(name, reading);
    return part.secret() ? new Value(Value.MASK, true, true) : part;
  }

  private static Value untouched(Secret secret) {
    return secret.length() == 0 ? Value.NONE : Value.secret(Value.MASK);
  }

  @Override
  public Value missing(String name, List<Filter> reading) {
    return new Value("‹" + name + "›", false, true);
  }
}
