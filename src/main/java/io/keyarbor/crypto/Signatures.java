package io.keyarbor.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** Ed25519 (RFC 8032). */
public final class Signatures {
  private Signatures() {}

  /** Signs {@code text}; 64 bytes. */
  public static byte[] sign(Secret privateKey, byte[] text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(Keys.privateKey(Keys.Algorithm.ED25519, privateKey));
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether {@code signature} is that key's on {@code text}; false for a malformed one. */
  public static boolean verify(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
