package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.EnvName;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.NameKey;
import io.keyarbor.vault.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes values out of credentials; what cannot be had is a fault that names it. */
final class CredentialReader {
  private final Session session;
  private final Supplier<Catalogue> catalogue;
  private final NameHint hint;

  CredentialReader(Session session, Supplier<Catalogue> catalogue, NameHint hint) {
    this.session = session;
    this.catalogue = catalogue;
    this.hint = hint;
  }

  Credential named(String name) {
    return session.credentials().named(name).orElseThrow(() -> absent(name));
  }

  private EnvironmentFault absent(String name) {
    String shown = "“" + Shown.of(name) + "”";
    boolean trashed =
        session.credentials().trash().stream()
            .anyMatch(c -> NameKey.of(c.details().name()).equals(NameKey.of(name)));
    if (trashed) {
      return EnvironmentFault.missing(
          "The credential " + shown + " is in the trash. Take it out: keyarbor restore.");
    }
    List<String> names = session.credentials().all().stream().map(c -> c.details().name()).toList();
    return EnvironmentFault.missing(
        "There is no credential named " + shown + "." + hint.of(name, names));
  }

  ServiceTemplate template(Credential credential) {
    return catalogue
        .get()
        .find(credential.details().serviceType())
        .orElseThrow(() ->
            EnvironmentFault.missing(
                "The service of "
                    + quoted(credential)
                    + ", "
                    + Shown.of(credential.details().serviceType())
                    + ", has no template here. Name a field in place of its variable."));
  }

  /**
   * The field {@code name}, or else the variable of that name that the template makes.
   *
   * @param hidden takes over a copy of each secret that the value is made of
   */
  EnvironmentValue fieldOrVariable(Credential credential, String name, Consumer<Secret> hidden) {
    Optional<EnvironmentValue> field = field(credential, name, hidden);
    if (field.isPresent()) {
      return field.get();
    }
    boolean known =
        catalogue
            .get()
            .find(credential.details().serviceType())
            .filter(t -> t.env().stream().anyMatch(e -> e.name().equals(name)))
            .isPresent();
    if (!known) {
      throw noField(credential, name);
    }
    return variable(credential, name, hidden);
  }

  /** A field that must be there. */
  Secret neededField(Credential credential, String name, Consumer<Secret> hidden) {
    EnvironmentValue value =
        field(credential, name, hidden).orElseThrow(() -> noField(credential, name));
    return ((EnvironmentValue.Text) value).value();
  }

  private Optional<EnvironmentValue> field(
      Credential credential, String name, Consumer<Secret> hidden) {
    if (credential.secretFields().contains(name)) {
      Optional<Secret> secret = session.credentials().secret(credential.id(), name);
      secret.ifPresent(s -> hidden.accept(s.copy()));
      return secret.map(EnvironmentValue.Text::new);
    }
    return Optional.ofNullable(credential.details().fields().get(name))
        .map(plain -> Secret.take(plain.getBytes(StandardCharsets.UTF_8)))
        .map(EnvironmentValue.Text::new);
  }

  private EnvironmentFault noField(Credential credential, String name) {
    TreeSet<String> fields = new TreeSet<>(credential.details().fields().keySet());
    fields.addAll(credential.secretFields());
    return EnvironmentFault.missing(
        quoted(credential)
            + " has no field “"
            + Shown.of(name)
            + "”."
            + hint.of(name, fields)
            + (fields.isEmpty() ? "" : " It has " + String.join(", ", fields) + "."));
  }

  /** A variable that the service's template makes. */
  EnvironmentValue variable(Credential credential, String name, Consumer<Secret> hidden) {
    ServiceTemplate template = template(credential);
    EnvName variable =
        template.env().stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                EnvironmentFault.missing(
                    "The template of "
                        + template.displayName()
                        + " makes no variable "
                        + Shown.of(name)
                        + "."));
    List<Secret> copies = new ArrayList<>();
    try (FieldValues values = session.credentials().open(credential.id())) {
      TemplateVariables variables = new TemplateVariables(template, values, copies::add);
      if (!variables.applies(variable)) {
        throw EnvironmentFault.unfit(
            template.displayName()
                + " has "
                + name
                + " only where "
                + variable.when().map(w -> w.field() + " is " + w.value()).orElseThrow()
                + ", which is not so for "
                + quoted(credential)
                + ".");
      }
      return variables.value(variable);
    } catch (EnvironmentFault fault) {
      throw fault.isMissing() ? fault : fault.at(quoted(credential));
    } finally {
      copies.forEach(hidden);
    }
  }

  /** The variables that the credential's choices have a use for. */
  List<EnvName> variables(Credential credential) {
    ServiceTemplate template = template(credential);
    try (FieldValues plainOnly = new FieldValues(credential.details().fields(), Map.of())) {
      TemplateVariables variables = new TemplateVariables(template, plainOnly, Secret::close);
      return template.env().stream().filter(variables::applies).toList();
    }
  }

  /** The field that a credential is kept for: the first secret of its form that is filled. */
  String mainSecretField(Credential credential) {
    return MainSecret.of(credential, catalogue)
        .orElseThrow(() ->
            EnvironmentFault.missing(
                quoted(credential)
                    + (credential.secretFields().isEmpty()
                        ? " has no secret. Name a field after a /."
                        : (MainSecret.candidates(credential).isEmpty()
                                ? " has only attached files or keys of one-time codes."
                                : " has several secrets.")
                            + " Name one after a /: "
                            + String.join(", ", new TreeSet<>(credential.secretFields()))
                            + ".")));
  }

  private static String quoted(Credential credential) {
    return "“" + Shown.of(credential.details().name()) + "”";
  }
}
