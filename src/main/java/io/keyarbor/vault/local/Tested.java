package io.keyarbor.vault.local;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a connection test of a credential depends on: a verdict says something for as long as it
 * stays the same. Attached files and what a person only notes are no part of it.
 */
final class Tested {
  private Tested() {}

  /** Whether a test would go to the same place in the same way. */
  static boolean sameDetails(Details some, Details others) {
    return some.serviceType().equals(others.serviceType())
        && some.fields().equals(others.fields())
        && some.trust().equals(others.trust());
  }

  /** Whether a test would send the same secrets. */
  static boolean sameSecrets(Map<String, Secret> some, Map<String, Secret> others) {
    Set<String> fields = fields(some);
    return fields.equals(fields(others))
        && fields.stream().allMatch(field -> some.get(field).sameAs(others.get(field)));
  }

  private static Set<String> fields(Map<String, Secret> secrets) {
    Set<String> fields = new HashSet<>(secrets.keySet());
    fields.removeIf(field -> field.startsWith(Credential.ATTACHMENT));
    return fields;
  }
}
