package io.keyarbor.probe.tls;

import io.keyarbor.probe.text.BadInput;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.RSAPrivateKey;

/** An RSA key that signs, and the certificate that a service knows it by. */
public final class SigningKey {
  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads a key in PEM form: PKCS#8 or PKCS#1, not encrypted.
   *
   * @throws BadInput if it is none, or no RSA key
   */
  public static SigningKey rsa(String pem) {
    PrivateKey key = Pem.privateKey(pem, null, "The key");
    if (!(key instanceof RSAPrivateKey)) {
      throw new BadInput("The key is not an RSA key, which this service wants.");
    }
    return new SigningKey(key);
  }

  /** The signature of {@code bytes} with SHA-256 (RFC 8017, PKCS#1 v1.5). */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new BadInput("The key cannot sign. Make a new one of at least 2048 bits.");
    }
  }

  /**
   * The SHA-256 of the first certificate of a PEM text.
   *
   * @throws BadInput if there is none
   */
  public static byte[] thumbprint(String certificatePem) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              Pem.certificates(certificatePem, "The certificate is not one in PEM form.")
                  .getFirst()
                  .getEncoded());
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
