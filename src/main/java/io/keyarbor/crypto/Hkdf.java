package io.keyarbor.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF with SHA-256 (RFC 5869). Not for several threads at once. */
public final class Hkdf {
  private final KDF kdf;

  /** One for repeated use by one thread. */
  public Hkdf() {
    try {
      kdf = KDF.getInstance("HKDF-SHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HKDF-Extract: 32 bytes from {@code salt} and {@code material}. */
  public Secret extract(byte[] salt, Secret material) {
    return material.use(bytes ->
        Secret.take(
            derive(HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(bytes).extractOnly())));
  }

  /** HKDF-Expand: {@code length} bytes from {@code key} for the purpose {@code info}. */
  public Secret expand(Secret key, byte[] info, int length) {
    return key.use(bytes -> Secret.take(expand(bytes, info, length)));
  }

  /** HKDF-Expand over lent bytes; the caller wipes the result. */
  byte[] expand(byte[] key, byte[] info, int length) {
    return derive(HKDFParameterSpec.expandOnly(new WipeableKey("HKDF", key), info, length));
  }

  private byte[] derive(HKDFParameterSpec how) {
    try {
      return kdf.deriveData(how);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
