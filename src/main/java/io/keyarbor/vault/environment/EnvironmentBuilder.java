package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.EnvText.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Puts an environment together: what is added later wins, and that it did so is a notice. Faults
 * are collected, so that a person sees all of them at once. For one thread.
 */
public final class EnvironmentBuilder implements AutoCloseable {
  private final Session session;
  private final CredentialReader reader;
  private final ReferenceResolver resolver;
  private final Environment environment = new Environment();
  private final Map<String, String> sources = new HashMap<>();
  private final List<EnvironmentFault> faults = new ArrayList<>();
  private boolean handedOver;

  /** Over an unlocked vault. */
  public EnvironmentBuilder(Session session, Supplier<Catalogue> catalogue, NameHint hint) {
    this.session = session;
    reader = new CredentialReader(session, catalogue, hint);
    resolver = new ReferenceResolver(session, catalogue, hint);
  }

  /** Adds all variables of a profile. */
  public void profile(Profile profile) {
    String source = "profile “" + profile.name() + "”";
    for (Variable variable : profile.variables()) {
      add(variable.name(), source, () -> value(variable));
    }
  }

  /** Adds one variable by its reference. */
  public void reference(String name, Reference reference) {
    add(name, "--env", () -> resolver.resolve(reference, environment::hide));
  }

  /** Adds the lines of a {@code .env} file, with their references filled. */
  public void file(EnvFile file) {
    for (Assignment line : file.lines()) {
      String source = file.name() + ", line " + line.line();
      add(line.name(), source, () -> value(line));
    }
  }

  private EnvironmentValue value(Assignment line) {
    return line.value()
        .use(bytes -> {
          Injection injection = Injection.read(bytes);
          return injection.single().isPresent()
              ? resolver.resolve(injection.single().get(), environment::hide)
              : new EnvironmentValue.Text(
                  Secret.take(injection.fill(r -> resolver.resolve(r, environment::hide))));
        });
  }

  private void add(String name, String source, Supplier<EnvironmentValue> value) {
    try {
      EnvironmentValue made = value.get();
      environment.put(name, made);
      String before = sources.put(name, source);
      if (before != null) {
        environment.notice(
            name + " is in " + before + " and in " + source + "; the last one is used.");
      }
    } catch (EnvironmentFault fault) {
      faults.add(fault.at(source + ", " + name));
    }
  }

  private EnvironmentValue value(Variable variable) {
    Credential credential =
        session
            .credentials()
            .find(variable.credential())
            .orElseThrow(() ->
                EnvironmentFault.missing(
                    "its credential is gone. Remove the variable: keyarbor profile remove."));
    if (credential.trashed().isPresent()) {
      throw EnvironmentFault.missing(
          "its credential “"
              + Shown.of(credential.details().name())
              + "” is in the trash. Take it out, keyarbor restore, or remove the variable.");
    }
    return switch (variable.value()) {
      case Value.Field(String field) ->
          new EnvironmentValue.Text(reader.neededField(credential, field, environment::hide));
      case Value.FileOf(String field) ->
          new EnvironmentValue.File(
              variable.name().toLowerCase(Locale.ROOT),
              reader.neededField(credential, field, environment::hide));
      case Value.ByTemplate(String name) -> reader.variable(credential, name, environment::hide);
    };
  }

  /**
   * Hands over what was added, for the caller to close.
   *
   * @throws EnvironmentFault with all that is wrong
   */
  public Environment environment() {
    if (!faults.isEmpty()) {
      throw EnvironmentFault.all(faults);
    }
    environment.check();
    handedOver = true;
    return environment;
  }

  /** Wipes all values, unless they were handed over. */
  @Override
  public void close() {
    if (!handedOver) {
      environment.close();
    }
  }
}
