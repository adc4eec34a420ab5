package io.keyarbor.probe.tls;

import io.keyarbor.probe.ServerCertificate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/** What tells one certificate from another. */
final class Fingerprint {
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  private static final int LONGEST_NAME = 200;

  /** As RFC 5280, section 4.1.2.5, writes that there is no end. */
  private static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

  private Fingerprint() {}

  /** SHA-256 of the certificate as {@code AB:CD:...}. */
  static String sha256(X509Certificate certificate) {
    try {
      return sha256(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** The same of a key or whatever else these bytes are. */
  static String sha256(byte[] bytes) {
    try {
      return COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the platform knows SHA-256", e);
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

  /**
   * What a person needs to see of a key without a certificate, which nobody issues and that lasts.
   */
  static ServerCertificate describe(String name, String sha256, String pinned) {
    return new ServerCertificate(bounded(name), "", Instant.EPOCH, FOREVER, sha256, pinned);
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
