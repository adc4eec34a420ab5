package io.keyarbor.template;

import java.util.List;
import java.util.Optional;

/**
 * One field of a service's form.
 *
 * @param name key of the value, unique within what is visible at one time
 * @param label what a person reads
 * @param defaultValue initial value, empty if none
 * @param options choices of a select, empty for other types
 * @param placeholder example shown in an empty control, may be empty
 * @param help one sentence, may be empty
 * @param secret whether the value is kept under the secret key and never shown unasked
 * @param when the choice that makes this field part of the form; empty means always
 */
public record FieldSpec(
    String name,
    FieldType type,
    String label,
    String defaultValue,
    List<Option> options,
    boolean required,
    String placeholder,
    String help,
    boolean secret,
    Optional<Condition> when) {

  /** One choice of a select. */
  public record Option(String value, String label) {}

  /** True while the plain field {@code field} has the value {@code value}. */
  public record Condition(String field, String value) {}
}
