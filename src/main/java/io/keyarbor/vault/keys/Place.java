package io.keyarbor.vault.keys;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Where a sealed record belongs. It is authenticated with the record, so that one moved elsewhere
 * does not open.
 *
 * @param collection all zero for what belongs to none
 * @param epoch 0 for what belongs to no collection
 * @param record id of the credential, member or collection
 * @param version of the row it is in
 */
public record Place(UUID vault, UUID collection, int epoch, UUID record, int version, Kind kind) {
  /** The format that these places are of. */
  public static final int FORMAT = 1;

  /** Stands for no collection. */
  public static final UUID NONE = new UUID(0, 0);

  /** The fixed-width form: format, vault, collection, epoch, record, version, kind; 64 bytes. */
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(64).putInt(FORMAT);
    put(bytes, vault);
    put(bytes, collection);
    bytes.putInt(epoch);
    put(bytes, record);
    return bytes.putInt(version).putInt(kind.code()).array();
  }

  private static void put(ByteBuffer bytes, UUID id) {
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
