package io.keyarbor.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * Key pairs of the algorithms the vault uses, by their standard names and encodings: public keys as
 * SubjectPublicKeyInfo, private ones as PKCS#8 (RFC 8410; RFC 9935 for ML-KEM, expanded form).
 */
public final class Keys {
  private Keys() {}

  /** An algorithm for key pairs. */
  public enum Algorithm {
    X25519("X25519"),
    ML_KEM_768("ML-KEM-768"),
    ED25519("Ed25519");

    private final String standardName;

    Algorithm(String standardName) {
      this.standardName = standardName;
    }
  }

  /** A new random pair. */
  public static KeyPair generate(Algorithm algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm.standardName).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a public key.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PublicKey publicKey(Algorithm algorithm, byte[] encoded) {
    try {
      return KeyFactory.getInstance(algorithm.standardName)
          .generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a public key for " + algorithm, e);
    }
  }

  /**
   * Reads a private key; what the platform's key object holds lives until it is collected.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PrivateKey privateKey(Algorithm algorithm, Secret encoded) {
    return encoded.use(bytes -> {
      try {
        return KeyFactory.getInstance(algorithm.standardName)
            .generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("not a private key for " + algorithm, e);
      }
    });
  }
}
