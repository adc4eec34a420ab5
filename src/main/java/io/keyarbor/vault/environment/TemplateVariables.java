package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.template.EnvName;
import io.keyarbor.template.EnvName.EnvValue;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TextTemplate;
import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the variables that a template names out of one credential's fields. Only fields of the
 * choice that was made count: what is left of another one is not given to a program.
 */
final class TemplateVariables implements Values {
  private final Map<String, String> plain;
  private final Map<String, Secret> secrets = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Consumer<Secret> hidden;

  /**
   * For one credential.
   *
   * @param values stay the caller's, and open while this is used
   * @param hidden takes over a copy of each secret that a value is made of
   */
  TemplateVariables(ServiceTemplate template, FieldValues values, Consumer<Secret> hidden) {
    FormModel form = new FormModel(template, values.plain());
    plain = form.values();
    for (FieldSpec field : form.visible()) {
      labels.put(field.name(), field.label());
      Secret secret = values.secrets().get(field.name());
      if (secret != null && field.secret()) {
        secrets.put(field.name(), secret);
      }
    }
    this.hidden = hidden;
  }

  /** Whether the choices made are those the variable is for. */
  boolean applies(EnvName variable) {
    return variable.when().isEmpty() || FormModel.holds(variable.when().get(), plain);
  }

  /**
   * The value of {@code variable}, for the caller to close.
   *
   * @throws EnvironmentFault if a field that it needs is empty or does not fit
   */
  EnvironmentValue value(EnvName variable) {
    try {
      return switch (variable.value()) {
        case EnvValue.Text(String text) -> text(text);
        case EnvValue.File(String name, String content) -> file(name, text(content));
        case EnvValue.Folder(Map<String, String> files) -> folder(files);
      };
    } catch (BadInput e) {
      throw EnvironmentFault.unfit(e.getMessage());
    }
  }

  private static EnvironmentValue file(String name, EnvironmentValue content) {
    return content instanceof EnvironmentValue.Text(Secret value)
        ? new EnvironmentValue.File(name, value)
        : content;
  }

  private EnvironmentValue folder(Map<String, String> texts) {
    Map<String, Secret> files = new HashMap<>();
    try {
      texts.forEach((name, text) -> {
        if (text(text) instanceof EnvironmentValue.Text(Secret value)) {
          files.put(name, value);
        }
      });
      return new EnvironmentValue.Folder(files);
    } catch (RuntimeException e) {
      files.values().forEach(Secret::close);
      throw e;
    }
  }

  private EnvironmentValue text(String text) {
    List<Segment> segments = TextTemplate.parse(text);
    Optional<Secret> whole = segments.size() == 1 ? bytes(segments.getFirst()) : Optional.empty();
    if (whole.isPresent()) {
      return new EnvironmentValue.Text(seen(whole.get()).copy());
    }
    for (Segment segment : segments) {
      bytes(segment).ifPresent(this::seen);
    }
    Rendered rendered = new Renderer(this).render(text);
    if (rendered.lacksOptional()) {
      return new EnvironmentValue.Unset(emptyField(segments) + " is empty");
    }
    Secret value = Secret.take(rendered.text().getBytes(StandardCharsets.UTF_8));
    return new EnvironmentValue.Text(rendered.secret() ? seen(value) : value);
  }

  private Secret seen(Secret secret) {
    hidden.accept(secret.copy());
    return secret;
  }

  /** A secret that is given as it is, byte by byte, even where it is no text. */
  private Optional<Secret> bytes(Segment segment) {
    return segment instanceof Placeholder p && p.filters().isEmpty()
        ? Optional.ofNullable(secrets.get(p.name())).filter(s -> s.length() > 0)
        : Optional.empty();
  }

  private String emptyField(List<Segment> segments) {
    return segments.stream()
        .filter(Placeholder.class::isInstance)
        .map(Placeholder.class::cast)
        .filter(p -> get(p.name()).text().isEmpty())
        .findFirst()
        .map(p -> "“" + labels.getOrDefault(p.name(), p.name()) + "”")
        .orElse("a part of it");
  }

  /** A secret becomes text only where it is put together with other texts. */
  @Override
  public Value get(String name) {
    Secret secret = secrets.get(name);
    return secret == null
        ? Value.plain(plain.getOrDefault(name, ""))
        : Value.secret(secret.<String, RuntimeException>useChars(String::new));
  }

  @Override
  public Value missing(String name, List<Filter> reading) {
    String label = "“" + labels.getOrDefault(name, name) + "”";
    throw new BadInput(
        get(name).text().isEmpty()
            ? label + " is empty; fill it in with keyarbor edit"
            : label + " lacks a part that is needed; check that it is complete");
  }
}
