package io.keyarbor.transfer.kdbx;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;

/** SHA-2 and HMAC over parts one after the other. */
final class Hashes {
  /** Length of a SHA-256 hash and of an HMAC in bytes. */
  static final int LENGTH = 32;

  private Hashes() {}

  static byte[] sha256(byte[]... parts) {
    return digest("SHA-256", parts);
  }

  static byte[] sha512(byte[]... parts) {
    return digest("SHA-512", parts);
  }

  static Mac hmac() {
    try {
      return Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
