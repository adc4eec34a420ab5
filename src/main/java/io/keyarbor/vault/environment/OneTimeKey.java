package io.keyarbor.vault.environment;

import io.keyarbor.crypto.Totp;
import io.keyarbor.vault.Credential;
import java.util.Locale;
import java.util.Optional;

/** Which of a credential's secrets is the key that one-time codes (TOTP) are made of. */
public final class OneTimeKey {
  private OneTimeKey() {}

  /** The field's name; empty if the credential has no such key. */
  public static Optional<String> of(Credential credential) {
    return credential.secretFields().stream().filter(OneTimeKey::isNamed).sorted().findFirst();
  }

  /** Whether a secret field of that name is such a key. */
  public static boolean isNamed(String field) {
    return Totp.FIELD_NAMES.contains(field.toLowerCase(Locale.ROOT));
  }
}
