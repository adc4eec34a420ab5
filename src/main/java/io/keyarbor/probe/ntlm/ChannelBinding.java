package io.keyarbor.probe.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;

/**
 * What ties a proof to the server's certificate (RFC 5929, {@code tls-server-end-point}), so that
 * nobody in between can pass it on.
 */
final class ChannelBinding {
  private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
  private static final int EMPTY_ADDRESSES = 16;

  private ChannelBinding() {}

  /** The hash that NTLM carries (MS-NLMP, section 2.2.2.1). */
  static byte[] of(X509Certificate certificate) {
    try {
      byte[] hash =
          MessageDigest.getInstance(digest(certificate.getSigAlgName()))
              .digest(certificate.getEncoded());
      int length = PREFIX.length + hash.length;
      ByteBuffer bindings =
          ByteBuffer.allocate(EMPTY_ADDRESSES + Integer.BYTES + length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .position(EMPTY_ADDRESSES)
              .putInt(length)
              .put(PREFIX)
              .put(hash);
      return MessageDigest.getInstance("MD5").digest(bindings.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was trusted can be hashed", e);
    }
  }

  /** The certificate's own, but none that is weak. */
  private static String digest(String signature) {
    String name = signature.toUpperCase(Locale.ROOT);
    if (name.startsWith("SHA512")) {
      return "SHA-512";
    }
    return name.startsWith("SHA384") ? "SHA-384" : "SHA-256";
  }
}
