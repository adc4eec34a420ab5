package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Totp;
import io.keyarbor.vault.Credential;
import java.util.Optional;

/** Which of a credential's secrets is the key that one-time codes (TOTP) are made of. */
public final class OneTimeKey {
  private OneTimeKey() {}

  /** The field's name; empty if the credential has no such key. */
  public static Optional<String> of(Credential credential) {
    return Totp.FIELD_NAMES.stream()
        .sorted()
        .filter(credential.secretFields()::contains)
        .findFirst();
  }
}
