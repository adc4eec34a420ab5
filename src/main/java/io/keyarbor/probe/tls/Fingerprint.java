package io.keyarbor.probe.tls;

import io.keyarbor.probe.ServerCertificate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** What tells one certificate from another. */
final class Fingerprint {
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  private static final int LONGEST_NAME = 200;

  private Fingerprint() {}

  /** SHA-256 of the certificate as {@code AB:CD:...}. */
  static String sha256(X509Certificate certificate) {
    try {
      return COLONS.formatHex(
          MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** Whether both name one certificate, however they are written. */
  static boolean same(String one, String other) {
    return bare(one).equalsIgnoreCase(bare(other));
  }

  private static String bare(String fingerprint) {
    return fingerprint.replaceAll("[\\s:]", "");
  }

  /** A stranger wrote the names: they may have any length and any character. */
  private static String bounded(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
  }

  /** What a person needs to see of it. */
  static ServerCertificate describe(X509Certificate certificate, String pinned) {
    return new ServerCertificate(
        bounded(certificate.getSubjectX500Principal().getName()),
        bounded(certificate.getIssuerX500Principal().getName()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        sha256(certificate),
        pinned);
  }
}
