package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.WipeableKey;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * The keys that authenticate a file of KDBX 4: one for the header and one for each block. For one
 * thread.
 */
final class BlockKeys implements AutoCloseable {
  /** The header's place among the blocks: all bits set. */
  static final long HEADER = -1;

  private final Secret base;
  private final Mac mac = Hashes.hmac();

  private BlockKeys(Secret base) {
    this.base = base;
  }

  /** Those of a file, from its seed and the derived key. */
  static BlockKeys of(byte[] masterSeed, Secret derived) {
    return derived.use(
        key -> new BlockKeys(Secret.take(Hashes.sha512(masterSeed, key, new byte[] {1}))));
  }

  /** The authentication code over {@code parts} under the key of that block. */
  byte[] code(long index, byte[]... parts) {
    byte[] key = base.use(bytes -> Hashes.sha512(LittleEndian.ofLong(index), bytes));
    try {
      mac.init(new WipeableKey(mac.getAlgorithm(), key));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  @Override
  public void close() {
    base.close();
  }
}
