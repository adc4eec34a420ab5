package io.keyarbor.vault.keys;

import io.keyarbor.crypto.Argon2;
import io.keyarbor.crypto.KdfCost;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * How a member's password becomes a key, as stored in the clear: {@code 1 (Argon2id) | memory in
 * KiB | passes | lanes | 1 if with a key file | salt (16)}, 30 bytes.
 *
 * @param keyFile whether a key file was given; a hint for whoever asks for it
 */
@SuppressWarnings("ArrayRecordComponent")
public record KdfParameters(KdfCost cost, boolean keyFile, byte[] salt) {
  private static final byte ARGON2ID = 1;
  private static final int LENGTH = 14 + Argon2.SALT_BYTES;

  /** With a new salt. */
  public static KdfParameters fresh(KdfCost cost, boolean keyFile) {
    byte[] salt = new byte[Argon2.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new KdfParameters(cost, keyFile, salt);
  }

  /** The stored form. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH)
        .put(ARGON2ID)
        .putInt(cost.memoryKib())
        .putInt(cost.passes())
        .putInt(cost.lanes())
        .put((byte) (keyFile ? 1 : 0))
        .put(salt)
        .array();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalArgumentException if it is malformed or asks for more than the bounds of {@link
   *     KdfCost}
   */
  public static KdfParameters read(byte[] stored) {
    if (stored.length != LENGTH || stored[0] != ARGON2ID || stored[13] < 0 || stored[13] > 1) {
      throw new IllegalArgumentException("malformed key derivation");
    }
    ByteBuffer in = ByteBuffer.wrap(stored, 1, LENGTH - 1);
    KdfCost cost = new KdfCost(in.getInt(), in.getInt(), in.getInt());
    boolean keyFile = in.get() == 1;
    byte[] salt = new byte[Argon2.SALT_BYTES];
    in.get(salt);
    return new KdfParameters(cost, keyFile, salt);
  }
}
