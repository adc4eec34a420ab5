package io.keyarbor.probe.tls;

import io.keyarbor.probe.text.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Certificates and keys as text. */
final class Pem {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private Pem() {}

  /**
   * The certificates of {@code pem}, in its order.
   *
   * @param otherwise what the person is told if there is none
   */
  static List<X509Certificate> certificates(String pem, String otherwise) {
    try {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (CertificateException e) {
      // Told below: to a person it is the same.
    }
    throw new BadInput(otherwise);
  }

  /**
   * The first private key of {@code pem}.
   *
   * @param certified the key it belongs to, which knows the curve where SEC 1 leaves it out; null
   *     if none is known
   * @param label what a person knows it by, to begin a sentence with
   * @throws BadInput if there is none, or it cannot be read
   */
  static PrivateKey privateKey(String pem, PublicKey certified, String label) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
        switch (found) {
          case PrivateKeyInfo info -> {
            return key(info, certified, label);
          }
          case PEMKeyPair pair -> {
            return key(pair.getPrivateKeyInfo(), certified, label);
          }
          case PKCS8EncryptedPrivateKeyInfo encrypted -> throw locked(label);
          case PEMEncryptedKeyPair encrypted -> throw locked(label);
          default -> {
            // EC PARAMETERS may stand before the key.
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // Told below; the parser's own words might quote the key.
    }
    throw new BadInput(label + " is not a private key in PEM form.");
  }

  private static PrivateKey key(PrivateKeyInfo info, PublicKey certified, String label)
      throws IOException {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(completed(info, certified).getEncoded());
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        // The next kind.
      }
    }
    throw new BadInput(label + " is of an unknown kind. Use RSA, EC or Ed25519.");
  }

  /** Whether {@code pem} holds a readable key on an elliptic curve. */
  static boolean isOnCurve(String pem) {
    try {
      return privateKey(pem, null, "The key") instanceof ECKey;
    } catch (BadInput e) {
      return false;
    }
  }

  private static PrivateKeyInfo completed(PrivateKeyInfo info, PublicKey certified)
      throws IOException {
    boolean lacksCurve =
        certified != null
            && info.getPrivateKeyAlgorithm()
                .getAlgorithm()
                .equals(X9ObjectIdentifiers.id_ecPublicKey)
            && info.getPrivateKeyAlgorithm().getParameters() == null;
    return lacksCurve
        ? new PrivateKeyInfo(
            SubjectPublicKeyInfo.getInstance(certified.getEncoded()).getAlgorithm(),
            info.parsePrivateKey())
        : info;
  }

  private static BadInput locked(String label) {
    return new BadInput(
        label + " has a passphrase. Give the key without one; the vault encrypts it.");
  }
}
