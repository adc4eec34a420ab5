package io.keyarbor.crypto.key;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A public key in the form of RFC 4253 section 6.6, as OpenSSH writes it into {@code .pub} files.
 *
 * @param algorithm e.g. {@code ssh-ed25519}
 * @param kind as {@code ssh-keygen -l} names it, e.g. {@code ED25519}
 * @param bits as {@code ssh-keygen -l} counts them
 * @param base64 of the whole
 * @param fingerprint e.g. {@code SHA256:} and 43 characters, as OpenSSH shows it
 */
record SshPublicKey(String algorithm, String kind, int bits, String base64, String fingerprint) {
  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none, or of a kind that is not known
   */
  static SshPublicKey read(byte[] blob) {
    SshBuffer in = new SshBuffer(ByteBuffer.wrap(blob));
    String algorithm = in.text();
    String kind =
        switch (algorithm) {
          case "ssh-ed25519" -> "ED25519";
          case "ssh-rsa" -> "RSA";
          case "ssh-dss" -> "DSA";
          case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521" -> "ECDSA";
          case "sk-ssh-ed25519@openssh.com" -> "ED25519-SK";
          case "sk-ecdsa-sha2-nistp256@openssh.com" -> "ECDSA-SK";
          default -> throw new IllegalArgumentException("unknown kind of key");
        };
    return new SshPublicKey(
        algorithm,
        kind,
        bits(algorithm, in),
        Base64.getEncoder().encodeToString(blob),
        fingerprint(blob));
  }

  private static int bits(String algorithm, SshBuffer in) {
    return switch (algorithm) {
      case "ssh-rsa" -> {
        in.skip();
        yield in.number().bitLength();
      }
      case "ssh-dss" -> in.number().bitLength();
      case "ecdsa-sha2-nistp384" -> 384;
      case "ecdsa-sha2-nistp521" -> 521;
      default -> 256;
    };
  }

  /** The same key as bytes: an RSA key from its two numbers. */
  static byte[] rsa(BigInteger modulus, BigInteger exponent) {
    byte[] name = {'s', 's', 'h', '-', 'r', 's', 'a'};
    byte[] e = exponent.toByteArray();
    byte[] n = modulus.toByteArray();
    ByteBuffer blob = ByteBuffer.allocate(12 + name.length + e.length + n.length);
    for (byte[] part : new byte[][] {name, e, n}) {
      blob.putInt(part.length).put(part);
    }
    return blob.array();
  }

  private static String fingerprint(byte[] blob) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every platform has SHA-256", e);
    }
  }
}
