package io.keyarbor.vault;

import io.keyarbor.crypto.Secret;
import java.util.UUID;

/**
 * Stands in for the master password of one vault until that is changed: the key that the password
 * is made into, and neither the password nor what it could be found from.
 *
 * @param vault its identity
 * @param epoch 32 bytes that are others after each change of the password; not secret
 * @param key 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record StandIn(UUID vault, byte[] epoch, Secret key) implements AutoCloseable {
  /** Length of {@link #epoch} in bytes. */
  public static final int EPOCH_BYTES = 32;

  /** Length of {@link #key} in bytes. */
  public static final int KEY_BYTES = 32;

  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if one is wrong
   */
  public StandIn {
    if (epoch.length != EPOCH_BYTES || key.length() != KEY_BYTES) {
      throw new IllegalArgumentException("a stand-in of a wrong length");
    }
  }

  @Override
  public void close() {
    key.close();
  }
}
