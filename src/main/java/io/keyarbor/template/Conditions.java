package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import java.util.List;
import java.util.Optional;

/** Reads to which choice of the form a part of the template belongs. */
final class Conditions {
  private Conditions() {}

  /** The condition, {@code field=value}, on a plain field; empty if there is none. */
  static Optional<Condition> when(Json json, List<FieldSpec> fields, Flaws flaws) {
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
}
