package io.keyarbor.vault.quick;

import io.keyarbor.crypto.Envelope;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.StandIn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;

/**
 * A stand-in under a key: {@code "KAQ1" | sealed (vault | epoch | key)}. Whoever has only this has
 * nothing.
 */
public final class SealedStandIn {
  /** More than any has. */
  public static final int LARGEST = 1_024;

  private static final byte[] PURPOSE = ascii("keyarbor/1/quick");
  private static final byte[] MAGIC = ascii("KAQ1");
  private static final int LENGTH = 16 + StandIn.EPOCH_BYTES + StandIn.KEY_BYTES;

  private SealedStandIn() {}

  /**
   * Seals one; all of the arguments stay with the caller.
   *
   * @param key 32 random bytes, or as good as random
   */
  public static byte[] seal(StandIn standIn, Secret key) {
    byte[] text = new byte[LENGTH];
    try {
      ByteBuffer out = ByteBuffer.wrap(text);
      out.putLong(standIn.vault().getMostSignificantBits());
      out.putLong(standIn.vault().getLeastSignificantBits());
      out.put(standIn.epoch());
      standIn.key().use(out::put);
      byte[] sealed = new Envelope().sealFor(PURPOSE, key, MAGIC, text);
      return ByteBuffer.allocate(MAGIC.length + sealed.length).put(MAGIC).put(sealed).array();
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /**
   * Opens one, for the caller to close.
   *
   * @return empty if the key is another, or anything was changed
   */
  public static Optional<StandIn> open(byte[] stored, Secret key) {
    if (stored.length < MAGIC.length || stored.length > LARGEST || !hasMagic(stored)) {
      return Optional.empty();
    }
    byte[] text = new byte[0];
    try {
      byte[] sealed = Arrays.copyOfRange(stored, MAGIC.length, stored.length);
      text = new Envelope().openFor(PURPOSE, key, MAGIC, sealed);
      return text.length == LENGTH ? Optional.of(read(ByteBuffer.wrap(text))) : Optional.empty();
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private static StandIn read(ByteBuffer in) {
    UUID vault = new UUID(in.getLong(), in.getLong());
    byte[] epoch = new byte[StandIn.EPOCH_BYTES];
    byte[] key = new byte[StandIn.KEY_BYTES];
    in.get(epoch).get(key);
    return new StandIn(vault, epoch, Secret.take(key));
  }

  private static boolean hasMagic(byte[] stored) {
    return Arrays.equals(stored, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
