package io.keyarbor.vault.environment;

import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which of a credential's secrets is meant where nobody names one. Never an attached file, nor the
 * key that one-time codes are made of.
 */
public final class MainSecret {
  private MainSecret() {}

  /** The fields that may be meant, by name. */
  static List<String> candidates(Credential credential) {
    return credential.secretFields().stream()
        .filter(field -> !field.startsWith(Credential.ATTACHMENT))
        .filter(field -> !OneTimeKey.isNamed(field))
        .sorted()
        .toList();
  }

  /**
   * Its only one, or else the first that its form shows.
   *
   * @param catalogue asked only if the credential has several
   * @return the field's name; empty if there is none, or the template knows none of them
   */
  public static Optional<String> of(Credential credential, Supplier<Catalogue> catalogue) {
    List<String> candidates = candidates(credential);
    return candidates.size() <= 1
        ? candidates.stream().findFirst()
        : ofForm(credential, candidates, catalogue.get().find(credential.details().serviceType()));
  }

  /** The same, or else the first by name, for a person who sees at once which one it is. */
  public static Optional<String> orFirst(
      Credential credential, Optional<ServiceTemplate> template) {
    List<String> candidates = candidates(credential);
    return ofForm(credential, candidates, template).or(() -> candidates.stream().findFirst());
  }

  private static Optional<String> ofForm(
      Credential credential, List<String> candidates, Optional<ServiceTemplate> template) {
    return template.stream()
        .flatMap(t -> new FormModel(t, credential.details().fields()).visible().stream())
        .map(FieldSpec::name)
        .filter(candidates::contains)
        .findFirst();
  }
}
