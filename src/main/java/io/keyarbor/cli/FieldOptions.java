package io.keyarbor.cli;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.ServiceTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The fields of a credential as options: a mixin of add and edit. */
final class FieldOptions {
  private final CommandContext context;

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "A plain field. A text of several lines may be read from a @FILE.")
  private Map<String, String> plain = new LinkedHashMap<>();

  @Option(
      names = "--secret",
      paramLabel = "NAME=-|@FILE",
      description =
          "A secret field: - reads what is piped in, @FILE a file, and without “=” you are asked."
              + " The secret itself works too, but others may see it.",
      mapFallbackValue = "")
  private Map<String, String> secret = new LinkedHashMap<>();

  FieldOptions(CommandContext context) {
    this.context = context;
  }

  boolean isGiven() {
    return !plain.isEmpty() || !secret.isEmpty();
  }

  /**
   * The plain values.
   *
   * @throws CommandFault if the form has no such field, or it is secret
   */
  Map<String, String> plain(ServiceTemplate template) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (var entry : plain.entrySet()) {
      FieldSpec field = field(template, entry.getKey(), false);
      String value = entry.getValue() == null ? "" : entry.getValue();
      boolean fromFile =
          value.startsWith("@")
              && (field.type() == FieldType.FILE || field.type() == FieldType.MULTILINE);
      values.put(field.name(), fromFile ? text(value, field.name()) : value);
    }
    return values;
  }

  private String text(String source, String name) throws IOException {
    try (Secret read = new SecretInput(context).read(source, "the field " + name)) {
      return read.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /**
   * The secret values, for the caller to close.
   *
   * @throws CommandFault if the form has no such field, or a value cannot be had
   */
  Map<String, Secret> secrets(ServiceTemplate template) throws IOException {
    SecretInput input = new SecretInput(context);
    Map<String, Secret> values = new HashMap<>();
    try {
      for (var entry : secret.entrySet()) {
        String name = field(template, entry.getKey(), true).name();
        values.put(
            name,
            entry.getValue().isEmpty()
                ? asked(name)
                : input.read(entry.getValue(), "the field " + name));
      }
      return values;
    } catch (IOException | RuntimeException e) {
      values.values().forEach(Secret::close);
      throw e;
    }
  }

  private Secret asked(String name) {
    return context
        .terminal()
        .askSecret(name + ": ")
        .filter(typed -> typed.length() > 0)
        .orElseThrow(() ->
            CommandFault.usage(
                "Nothing was given for the field " + name + ". Use --secret " + name + "=-"));
  }

  /** A name may stand several times in a form; all of one name are secret, or none is. */
  private static FieldSpec field(ServiceTemplate template, String name, boolean wantsSecret) {
    List<FieldSpec> named =
        template.fields().stream().filter(f -> f.name().equalsIgnoreCase(name)).toList();
    if (named.isEmpty()) {
      List<String> all = template.fields().stream().map(FieldSpec::name).distinct().toList();
      throw CommandFault.usage(
          template.displayName()
              + " has no field “"
              + Printable.of(name)
              + "”. It has "
              + String.join(", ", all)
              + "."
              + NearNames.hint(name, all));
    }
    if (named.getFirst().secret() != wantsSecret) {
      throw CommandFault.usage(
          "The field "
              + named.getFirst().name()
              + (wantsSecret
                  ? " is not secret: give it with --field."
                  : " is secret: give it with --secret "
                      + named.getFirst().name()
                      + "=-, so that nobody sees it."));
    }
    return named.getFirst();
  }
}
