package io.keyarbor.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id, version 1.3 (RFC 9106): makes a key of a password, slowly. */
public final class Argon2 {
  /** Length of a salt in bytes. */
  public static final int SALT_BYTES = 16;

  private static final int KEY_BYTES = 32;

  private Argon2() {}

  /**
   * Derives 32 bytes; takes as long as {@code cost} says.
   *
   * @param password UTF-8
   * @throws NotEnoughMemory if the process may not use as much memory as {@code cost} needs
   */
  public static Secret derive(Secret password, byte[] salt, KdfCost cost) {
    if (cost.memoryKib() >= Runtime.getRuntime().maxMemory() / 1024) {
      throw new NotEnoughMemory(cost);
    }
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] key = new byte[KEY_BYTES];
    try {
      password.use(bytes -> generator.generateBytes(bytes, key));
    } catch (OutOfMemoryError e) {
      throw new NotEnoughMemory(cost);
    }
    return Secret.take(key);
  }

  /** The machine cannot meet a cost. */
  public static final class NotEnoughMemory extends RuntimeException {
    private NotEnoughMemory(KdfCost cost) {
      super("Deriving the key needs " + cost.memoryKib() / 1024 + " MiB of memory");
    }
  }
}
