package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.template.FormModel.FieldFault;

/** What is wrong with one field, as a sentence in the person's language. */
public record FormFault(String field, String message) {
  static FormFault of(FieldFault fault) {
    String label = tr(fault.label());
    return new FormFault(
        fault.field(),
        fault.expected().isEmpty()
            ? tr("{0} is missing.", label)
            : tr("{0} should be {1}.", label, tr(fault.expected())));
  }
}
