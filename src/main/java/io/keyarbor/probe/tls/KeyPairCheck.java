package io.keyarbor.probe.tls;

import io.keyarbor.probe.text.BadInput;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Tells whether a key belongs to a certificate. A server could only say that it refuses the
 * certificate, which would send the person to look for the fault in the wrong place.
 */
final class KeyPairCheck {
  private static final byte[] SAMPLE = {1};

  private KeyPairCheck() {}

  /**
   * Signs and verifies.
   *
   * @throws BadInput if the two do not belong together
   */
  static void check(PublicKey certified, PrivateKey key) {
    if (!belongs(certified, key)) {
      throw new BadInput(
          "The client key does not belong to the client certificate. Nothing was sent. Check both.");
    }
  }

  private static boolean belongs(PublicKey certified, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      // Of two kinds.
      return false;
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }
}
