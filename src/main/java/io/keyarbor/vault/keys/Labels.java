package io.keyarbor.vault.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Purposes of derived keys. */
final class Labels {
  static final byte[] MEMBER = ascii("keyarbor/1/member");
  static final byte[] NAME = ascii("keyarbor/1/name");
  static final byte[] MANIFEST = ascii("keyarbor/1/manifest");
  static final byte[] GRANT = ascii("keyarbor/1/grant");
  private static final byte[] META = ascii("keyarbor/1/meta");
  private static final byte[] SECRET = ascii("keyarbor/1/secret");

  private Labels() {}

  static byte[] meta(UUID record, int version) {
    return own(META, record, version);
  }

  static byte[] secret(UUID record, int version) {
    return own(SECRET, record, version);
  }

  private static byte[] own(byte[] label, UUID record, int version) {
    return ByteBuffer.allocate(label.length + 20)
        .put(label)
        .putLong(record.getMostSignificantBits())
        .putLong(record.getLeastSignificantBits())
        .putInt(version)
        .array();
  }

  private static byte[] ascii(String label) {
    return label.getBytes(StandardCharsets.US_ASCII);
  }
}
