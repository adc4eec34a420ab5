package io.keyarbor.vault.environment;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FormModel;
import io.keyarbor.vault.Credential;
import java.util.Optional;
import java.util.function.Supplier;

/** Which of a credential's secrets is meant where nobody names one. */
public final class MainSecret {
  private MainSecret() {}

  /**
   * Its only one, or else the first that its form shows.
   *
   * @param catalogue asked only if the credential has several
   * @return the field's name; empty if there is none, or the template knows none of them
   */
  public static Optional<String> of(Credential credential, Supplier<Catalogue> catalogue) {
    if (credential.secretFields().size() == 1) {
      return credential.secretFields().stream().findFirst();
    }
    return catalogue.get().find(credential.details().serviceType()).stream()
        .flatMap(t -> new FormModel(t, credential.details().fields()).visible().stream())
        .map(FieldSpec::name)
        .filter(credential.secretFields()::contains)
        .findFirst();
  }
}
