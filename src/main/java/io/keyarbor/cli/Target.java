package io.keyarbor.cli;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.environment.Reference;
import java.util.Optional;

/**
 * A credential and maybe one of its fields, as an argument names them: {@code NAME}, {@code
 * NAME/FIELD} or {@code keyarbor://NAME/FIELD}.
 *
 * @param field empty for the main secret
 */
record Target(Credential credential, Optional<String> field) {
  /**
   * Finds what {@code text} names. A name that has a slash in it wins over a field.
   *
   * @throws CommandFault if there is no such credential
   * @throws io.keyarbor.vault.environment.EnvironmentFault if it is a reference that cannot be read
   */
  static Target of(String text, CredentialLookup lookup) {
    if (Reference.isReference(text)) {
      Reference reference = Reference.parse(text);
      return new Target(lookup.get(reference.credential()), reference.field());
    }
    Optional<Credential> whole = lookup.find(text);
    int slash = text.lastIndexOf('/');
    if (whole.isPresent() || slash <= 0) {
      return new Target(whole.orElseGet(() -> lookup.get(text)), Optional.empty());
    }
    return new Target(lookup.get(text.substring(0, slash)), Optional.of(text.substring(slash + 1)));
  }
}
