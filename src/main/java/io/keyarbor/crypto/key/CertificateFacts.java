package io.keyarbor.crypto.key;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * What an X.509 certificate says.
 *
 * @param subject whose it is, e.g. {@code CN=ci,O=Example}
 * @param issuer who signed it
 * @param notAfter last moment at which it holds
 * @param sha256 fingerprint, as {@code AB:CD:...}
 */
public record CertificateFacts(String subject, String issuer, Instant notAfter, String sha256) {
  private static final int LONGEST_NAME = 300;

  static CertificateFacts read(byte[] content) throws CertificateException {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(content));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new CertificateFacts(
          name(certificate.getSubjectX500Principal()),
          name(certificate.getIssuerX500Principal()),
          certificate.getNotAfter().toInstant(),
          HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash));
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e);
    }
  }

  /** Another's words: in one line and not without end. */
  private static String name(X500Principal principal) {
    String name = principal.getName(X500Principal.RFC2253).replaceAll("\\p{C}", "");
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
