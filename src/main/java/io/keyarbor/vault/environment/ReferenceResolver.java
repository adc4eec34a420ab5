package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Session;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks up what references name. */
public final class ReferenceResolver {
  private final CredentialReader reader;

  /**
   * Over an unlocked vault.
   *
   * @param catalogue asked only where a template must tell what is meant
   */
  public ReferenceResolver(Session session, Supplier<Catalogue> catalogue, NameHint hint) {
    reader = new CredentialReader(session, catalogue, hint);
  }

  /**
   * The value, for the caller to close.
   *
   * @throws EnvironmentFault naming what is not there
   */
  public EnvironmentValue resolve(Reference reference) {
    return resolve(reference, Secret::close);
  }

  /**
   * The same.
   *
   * @param hidden takes over a copy of each secret that the value is made of
   */
  EnvironmentValue resolve(Reference reference, Consumer<Secret> hidden) {
    try {
      Credential credential = reader.named(reference.credential());
      return reference.field().isPresent()
          ? reader.fieldOrVariable(credential, reference.field().get(), hidden)
          : new EnvironmentValue.Text(
              reader.neededField(credential, reader.mainSecretField(credential), hidden));
    } catch (EnvironmentFault fault) {
      throw fault.at(reference.toString());
    }
  }
}
