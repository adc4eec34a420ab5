package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldSpec.Option;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.FormModel.FieldFault;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills in a form at a terminal: asks for what must be there and was not given, in the form's
 * order, so that a choice decides what is asked next. What is wrong is asked again.
 */
final class FormDialog {
  private final CommandContext context;
  private final FormModel form;
  private final Map<String, Secret> secrets;
  private final Set<String> done = new HashSet<>();

  /**
   * A dialog for one form.
   *
   * @param secrets those given; those that are asked for are put there
   * @param given plain fields that need not be asked for
   */
  FormDialog(
      CommandContext context, FormModel form, Map<String, Secret> secrets, Set<String> given) {
    this.context = context;
    this.form = form;
    this.secrets = secrets;
    done.addAll(given);
  }

  /**
   * Asks for what is missing if somebody is there, and returns when nothing is wrong any more.
   *
   * @throws CommandFault if something is wrong, and nobody can mend it
   */
  void complete() throws IOException {
    if (context.terminal().isInteractive()) {
      Optional<FieldSpec> next = next();
      while (next.isPresent()) {
        ask(next.get());
        done.add(next.get().name());
        next = next();
      }
    }
    List<FieldFault> faults = form.faults(secrets.keySet());
    if (!faults.isEmpty()) {
      throw CommandFault.usage(
          faults.stream()
              .map(fault -> fault.message() + " (" + option(fault.field()) + ")")
              .collect(Collectors.joining("\n")));
    }
  }

  private String option(String field) {
    boolean secret =
        form.visible().stream().anyMatch(spec -> spec.name().equals(field) && spec.secret());
    return secret ? "--secret " + field + "=-" : "--field " + field + "=VALUE";
  }

  private Optional<FieldSpec> next() {
    return form.visible().stream()
        .filter(field -> !done.contains(field.name()))
        .filter(FieldSpec::required)
        .filter(field -> field.type() != FieldType.BOOLEAN)
        .filter(field -> !secrets.containsKey(field.name()))
        .findFirst();
  }

  private void ask(FieldSpec field) throws IOException {
    if (!field.help().isEmpty()) {
      context.terminal().err().println(field.help());
    }
    if (field.type() == FieldType.FILE || field.type() == FieldType.MULTILINE) {
      askFile(field);
    } else if (field.secret()) {
      secrets.put(field.name(), askSecret(field));
    } else {
      askPlain(field);
    }
  }

  private Secret askSecret(FieldSpec field) {
    String prompt = field.label() + ": ";
    Secret typed = needed(context.terminal().askSecret(prompt), field);
    while (typed.length() == 0) {
      typed.close();
      context.terminal().err().println(field.label() + " is missing.");
      typed = needed(context.terminal().askSecret(prompt), field);
    }
    return typed;
  }

  private void askPlain(FieldSpec field) {
    Optional<String> fault;
    do {
      String typed = needed(context.terminal().ask(prompt(field)), field);
      form.set(field.name(), typed.isBlank() ? form.value(field.name()) : typed);
      fault =
          form.faults(secrets.keySet()).stream()
              .filter(f -> f.field().equals(field.name()))
              .map(FieldFault::message)
              .findFirst();
      fault.ifPresent(context.terminal().err()::println);
    } while (fault.isPresent());
  }

  /** With the choices, what an empty answer means, or an example. */
  private String prompt(FieldSpec field) {
    String value = form.value(field.name());
    String choices =
        field.options().isEmpty()
            ? ""
            : field.options().stream()
                .map(Option::value)
                .collect(Collectors.joining(", ", " (", ")"));
    String example =
        value.isEmpty() && !field.placeholder().isEmpty() ? " (" + field.placeholder() + ")" : "";
    return field.label() + choices + example + (value.isEmpty() ? "" : " [" + value + "]") + ": ";
  }

  private void askFile(FieldSpec field) throws IOException {
    String prompt = field.label() + ", path of a file: ";
    String path = needed(context.terminal().ask(prompt), field);
    while (path.isBlank()) {
      context.terminal().err().println(field.label() + " is missing.");
      path = needed(context.terminal().ask(prompt), field);
    }
    try (Secret read =
        new SecretInput(context)
            .file(context.folder().resolve(path.strip()), "the field " + field.name())) {
      if (field.secret()) {
        secrets.put(field.name(), read.copy());
      } else {
        form.set(field.name(), read.useChars(String::new));
      }
    }
  }

  private static <T> T needed(Optional<T> typed, FieldSpec field) {
    return typed.orElseThrow(
        () -> CommandFault.usage(field.label() + " is missing. Nothing was changed."));
  }
}
