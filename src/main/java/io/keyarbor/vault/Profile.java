package io.keyarbor.vault;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A named set, such as production, of environment variables, and where each takes its value from.
 * It holds no value itself, so a rotated secret is the new one at the next use. An immutable
 * snapshot.
 *
 * @param name unique in its vault, ignoring case
 * @param description may be empty
 * @param variables each name once, in the person's order
 */
public record Profile(ProfileId id, String name, String description, List<Variable> variables) {
  private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Copies the list. */
  public Profile {
    variables = List.copyOf(variables);
  }

  /**
   * One variable.
   *
   * @param name as the environment has it
   * @param credential whose value it takes; it may be in the trash or gone, which is an error when
   *     the profile is used, not before
   */
  public record Variable(String name, CredentialId credential, Value value) {}

  /** What a variable takes from a credential. */
  public sealed interface Value {
    /** The value of a field. */
    record Field(String field) implements Value {}

    /** The path of a file that holds the value of a field, made for the run. */
    record FileOf(String field) implements Value {}

    /**
     * What the credential's template says of an environment variable: a text that may be put
     * together from several fields, a file or a folder.
     *
     * @param name of the variable in the template
     */
    record ByTemplate(String name) implements Value {}
  }

  /** Whether every shell and program can use {@code name} for a variable. */
  public static boolean isVariableName(String name) {
    return VARIABLE_NAME.matcher(name).matches();
  }

  /** The same with other variables. */
  public Profile withVariables(List<Variable> next) {
    return new Profile(id, name, description, next);
  }

  /** The same with another name and description. */
  public Profile withName(String nextName, String nextDescription) {
    return new Profile(id, nextName, nextDescription, variables);
  }

  /**
   * Says what is wrong with its variables.
   *
   * @throws VaultException.Refused with the name of the first one
   */
  public void check() {
    Set<String> seen = new HashSet<>();
    for (Variable variable : variables) {
      if (!isVariableName(variable.name())) {
        throw new VaultException.Refused(
            "“"
                + variable.name()
                + "” is no name for an environment variable. Use letters, digits and _, and no digit"
                + " first.");
      }
      if (!seen.add(variable.name())) {
        throw new VaultException.Refused(
            "The variable " + variable.name() + " is in the profile twice. Remove one of them.");
      }
    }
  }
}
