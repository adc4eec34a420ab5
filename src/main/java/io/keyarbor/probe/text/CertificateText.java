package io.keyarbor.probe.text;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** What a certificate says. */
final class CertificateText {
  private CertificateText() {}

  /**
   * A fact of the first certificate in a PEM text.
   *
   * @param fact {@code not-after} (ISO, UTC), {@code subject}, {@code issuer}, {@code serial} (hex)
   * @throws BadInput if there is no certificate
   */
  static String says(String pem, String fact) {
    X509Certificate certificate = first(PemText.blocks(pem, "certificate"));
    return switch (fact) {
      case "not-after" -> certificate.getNotAfter().toInstant().toString();
      case "subject" -> certificate.getSubjectX500Principal().getName();
      case "issuer" -> certificate.getIssuerX500Principal().getName();
      default -> certificate.getSerialNumber().toString(16);
    };
  }

  private static X509Certificate first(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new BadInput("A value that should be a certificate in PEM form is none.");
    }
  }
}
