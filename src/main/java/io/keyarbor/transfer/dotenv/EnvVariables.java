package io.keyarbor.transfer.dotenv;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Rendered;
import io.keyarbor.probe.text.Renderer;
import io.keyarbor.probe.text.Value;
import io.keyarbor.template.EnvName;
import io.keyarbor.template.EnvName.EnvValue;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TextTemplate;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import io.keyarbor.transfer.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the variables of a service's tools hold for one credential. */
final class EnvVariables {
  private final Map<String, String> plain;
  private final Map<String, Secret> secrets;

  private EnvVariables(Map<String, String> plain, Map<String, Secret> secrets) {
    this.plain = plain;
    this.secrets = secrets;
  }

  /** Those of a draft, whose secrets must stay open. */
  static EnvVariables of(Draft draft) {
    return new EnvVariables(draft.details().fields(), draft.secrets());
  }

  /** Those of values, whose secrets must stay open. */
  static EnvVariables of(Map<String, String> plain, Map<String, Secret> secrets) {
    return new EnvVariables(plain, secrets);
  }

  /** Those of the template's variables that are set with the choices made. */
  List<EnvName> of(ServiceTemplate template) {
    Map<String, String> choices = new FormModel(template, plain).values();
    return template.env().stream()
        .filter(env -> env.when().isEmpty() || FormModel.holds(env.when().get(), choices))
        .toList();
  }

  /** The one field whose value, as it is, the variable holds. */
  static Optional<String> field(EnvName env) {
    if (!(env.value() instanceof EnvValue.Text(String text))) {
      return Optional.empty();
    }
    List<Segment> segments = TextTemplate.parse(text);
    return segments.size() == 1
            && segments.getFirst() instanceof Placeholder placeholder
            && placeholder.filters().isEmpty()
        ? Optional.of(placeholder.name())
        : Optional.empty();
  }

  /** Fields of which the variable holds something. */
  static List<String> fields(EnvName env) {
    return env.value() instanceof EnvValue.Text(String text) ? TextTemplate.names(text) : List.of();
  }

  /** The variable's value, for the caller to close; empty if it is not set or is a file's path. */
  Optional<Secret> value(EnvName env) {
    Optional<String> field = field(env);
    if (field.isPresent()) {
      return value(field.get());
    }
    if (!(env.value() instanceof EnvValue.Text(String text))) {
      return Optional.empty();
    }
    try {
      Rendered rendered = new Renderer(this::part).render(text);
      return rendered.lacksOptional() || rendered.text().isEmpty()
          ? Optional.empty()
          : Optional.of(Secret.takeUtf8(rendered.text().toCharArray()));
    } catch (BadInput e) {
      return Optional.empty();
    }
  }

  private Optional<Secret> value(String field) {
    Secret secret = secrets.get(field);
    if (secret != null) {
      return Optional.of(secret.copy());
    }
    return Optional.ofNullable(plain.get(field))
        .filter(text -> !text.isEmpty())
        .map(text -> Secret.takeUtf8(text.toCharArray()));
  }

  /** For a text that has more than the value, such as an address with a user in it. */
  private Value part(String field) {
    Secret secret = secrets.get(field);
    return secret != null
        ? Value.secret(secret.useChars(String::new))
        : Optional.ofNullable(plain.get(field)).map(Value::plain).orElse(Value.NONE);
  }
}
