package io.keyarbor.transfer.plain;

import io.keyarbor.crypto.Argon2;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.transfer.TransferException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The start of a bundle, readable by anyone: what it is, and how its key is derived. Its sum tells
 * accidental damage from a wrong password; whoever changes it on purpose gains nothing, since all
 * pieces are bound to it.
 */
record BundleHeader(KdfCost cost, ByteBuffer salt) {
  /** What a bundle starts with. */
  static final byte[] MAGIC = "KEYARBOR BUNDLE\n".getBytes(StandardCharsets.US_ASCII);

  static final int VERSION = 1;

  private static final int SUM = 32;

  /** Length of the header in bytes. */
  static final int LENGTH = MAGIC.length + 4 * Integer.BYTES + Argon2.SALT_BYTES + SUM;

  static BundleHeader create(KdfCost cost) {
    byte[] salt = new byte[Argon2.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new BundleHeader(cost, ByteBuffer.wrap(salt));
  }

  byte[] bytes() {
    byte[] header =
        ByteBuffer.allocate(LENGTH)
            .put(MAGIC)
            .putInt(VERSION)
            .putInt(cost.memoryKib())
            .putInt(cost.passes())
            .putInt(cost.lanes())
            .put(salt.duplicate())
            .array();
    System.arraycopy(sum(header), 0, header, LENGTH - SUM, SUM);
    return header;
  }

  byte[] saltBytes() {
    byte[] bytes = new byte[salt.remaining()];
    salt.duplicate().get(bytes);
    return bytes;
  }

  /**
   * Reads it back.
   *
   * @param file for messages
   * @throws TransferException if it is none, of a later version or damaged
   */
  static BundleHeader read(String file, byte[] header) throws TransferException {
    if (header.length < MAGIC.length + 4
        || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new TransferException(file + " is no bundle of Keyarbor.");
    }
    ByteBuffer in = ByteBuffer.wrap(header).position(MAGIC.length);
    int version = in.getInt();
    if (version > VERSION && version < 1000) {
      throw new TransferException(
          file + " was written by a later Keyarbor. Update Keyarbor to read it.");
    }
    if (header.length < LENGTH
        || !MessageDigest.isEqual(sum(header), Arrays.copyOfRange(header, LENGTH - SUM, LENGTH))) {
      throw damaged(file);
    }
    try {
      KdfCost cost = new KdfCost(in.getInt(), in.getInt(), in.getInt());
      return new BundleHeader(cost, in.slice(in.position(), Argon2.SALT_BYTES));
    } catch (IllegalArgumentException e) {
      throw damaged(file);
    }
  }

  static TransferException damaged(String file) {
    return new TransferException(
        file + " is damaged or cut off. Nothing was taken from it; use another copy.");
  }

  private static byte[] sum(byte[] header) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(header, 0, LENGTH - SUM);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
