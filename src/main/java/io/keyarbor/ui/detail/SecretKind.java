package io.keyarbor.ui.detail;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.crypto.key.KeyMaterial;

/** What a secret turns out to be when one looks at it. Holds nothing of it. */
sealed interface SecretKind {
  /** Nothing that more could be told of. */
  record Plain() implements SecretKind {}

  /**
   * A key that makes one-time codes.
   *
   * @param period seconds for which a code holds
   */
  record OneTimeKey(int digits, int period) implements SecretKind {}

  /** A private key, or certificates. */
  record Keys(KeyMaterial material) implements SecretKind {}

  /**
   * Looks at {@code secret}, which the caller keeps. Not for the JavaFX thread.
   *
   * @param field its name, which tells a bare key for codes from any other text
   */
  static SecretKind of(String field, Secret secret) {
    if (Totp.isMeant(field, secret)) {
      try (Totp totp = Totp.read(secret)) {
        return new OneTimeKey(totp.digits(), totp.period());
      } catch (IllegalArgumentException e) {
        return new Plain();
      }
    }
    KeyMaterial material = KeyMaterial.of(secret);
    return material.isEmpty() ? new Plain() : new Keys(material);
  }
}
