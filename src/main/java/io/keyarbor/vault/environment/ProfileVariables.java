package io.keyarbor.vault.environment;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.EnvName;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Proposes variables for a profile, and adds them without losing any by accident. */
public final class ProfileVariables {
  private final CredentialReader reader;

  /** Over an unlocked vault. */
  public ProfileVariables(Session session, Supplier<Catalogue> catalogue, NameHint hint) {
    reader = new CredentialReader(session, catalogue, hint);
  }

  /**
   * All variables that the service's tools read, as the credential's choices have it.
   *
   * @throws EnvironmentFault if the service names none
   */
  public List<Variable> byTemplate(Credential credential) {
    List<EnvName> names = reader.variables(credential);
    if (names.isEmpty()) {
      throw EnvironmentFault.unfit(
          "The template of “"
              + Shown.of(credential.details().name())
              + "” names no variables. Name them: --as VARIABLE=FIELD.");
    }
    return names.stream()
        .map(e -> new Variable(e.name(), credential.id(), new Value.ByTemplate(e.name())))
        .toList();
  }

  /**
   * A variable for a field, or for a variable of the template under another name.
   *
   * @throws EnvironmentFault if there is neither
   */
  public Variable of(String name, Credential credential, String field) {
    if (has(credential, field)) {
      return new Variable(name, credential.id(), new Value.Field(field));
    }
    // Says what is wrong, if it is neither.
    reader.fieldOrVariable(credential, field, copy -> copy.close()).close();
    return new Variable(name, credential.id(), new Value.ByTemplate(field));
  }

  /**
   * A variable for the path of a file that holds a field.
   *
   * @throws EnvironmentFault if there is no such field
   */
  public Variable file(String name, Credential credential, String field) {
    reader.neededField(credential, field, copy -> copy.close()).close();
    return new Variable(name, credential.id(), new Value.FileOf(field));
  }

  private static boolean has(Credential credential, String field) {
    return credential.secretFields().contains(field)
        || credential.details().fields().containsKey(field);
  }

  /**
   * The profile with {@code added} at its end. A variable that is in it already from the same place
   * stays as it is.
   *
   * @param replace whether one from another place gives way
   * @throws EnvironmentFault naming the variables that are from another place, unless {@code
   *     replace}
   */
  public static Profile with(Profile profile, List<Variable> added, boolean replace) {
    List<Variable> all = new ArrayList<>(profile.variables());
    List<String> taken = new ArrayList<>();
    for (Variable variable : added) {
      Optional<Variable> before =
          all.stream().filter(v -> v.name().equals(variable.name())).findFirst();
      if (before.isEmpty()) {
        all.add(variable);
      } else if (replace) {
        all.set(all.indexOf(before.get()), variable);
      } else if (!before.get().equals(variable)) {
        taken.add(variable.name());
      }
    }
    if (!taken.isEmpty()) {
      throw EnvironmentFault.unfit(
          "The profile “"
              + Shown.of(profile.name())
              + "” has "
              + String.join(", ", taken)
              + " already, from elsewhere. Nothing was changed. Add it under another name, --as"
              + " VARIABLE=FIELD, or let it give way: --replace.");
    }
    return profile.withVariables(all);
  }
}
