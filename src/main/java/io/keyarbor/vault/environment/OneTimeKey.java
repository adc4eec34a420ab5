package io.keyarbor.vault.environment;

import io.keyarbor.vault.Credential;
import java.util.List;
import java.util.Optional;

/** Which of a credential's secrets is the key that one-time codes (TOTP) are made of. */
public final class OneTimeKey {
  private static final List<String> FIELDS = List.of("otp", "totp");

  private OneTimeKey() {}

  /** The field's name; empty if the credential has no such key. */
  public static Optional<String> of(Credential credential) {
    return FIELDS.stream().filter(credential.secretFields()::contains).findFirst();
  }
}
