package io.keyarbor.transfer.kdbx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What stands before the encrypted part of a file, in clear. Reading takes the fields as they are;
 * what they mean is asked for later, once a hash has shown that they are whole.
 */
final class Header {
  static final int CIPHER = 2;
  static final int COMPRESSION = 3;
  static final int MASTER_SEED = 4;
  static final int TRANSFORM_SEED = 5;
  static final int TRANSFORM_ROUNDS = 6;
  static final int IV = 7;
  static final int STREAM_KEY = 8;
  static final int START_BYTES = 9;
  static final int INNER_STREAM = 10;
  static final int KDF = 11;

  private static final int END = 0;
  private static final int SIGNATURE = 0x9AA2D903;
  private static final int SIGNATURE_KDBX = 0xB54BFB67;
  private static final int SIGNATURE_KDB = 0xB54BFB65;
  private static final int VERSION_4 = 0x0004_0000;
  private static final int MOST_FIELD_BYTES = 64 * 1024;
  private static final int MOST_FIELDS = 64;
  private static final int SEED_BYTES = 32;
  private static final byte[] END_MARK = {'\r', '\n', '\r', '\n'};

  private final int version;
  private final Map<Integer, byte[]> fields = new TreeMap<>();
  private byte[] read = {};

  private Header(int version) {
    this.version = version;
  }

  /** An empty one of version 4.0. */
  static Header version4() {
    return new Header(VERSION_4);
  }

  /** Reads up to the end of the header. */
  static Header read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Header header = new Header(version(in, bytes));
    for (int count = 0; count < MOST_FIELDS; count++) {
      int id = LittleEndian.readByte(copied(in, 1, bytes));
      int length =
          header.isVersion4()
              ? LittleEndian.readInt(copied(in, Integer.BYTES, bytes))
              : LittleEndian.readShort(copied(in, Short.BYTES, bytes));
      if (length < 0 || length > MOST_FIELD_BYTES) {
        throw KdbxException.damaged("its header");
      }
      byte[] value = copied(in, length, bytes).readAllBytes();
      if (id == END) {
        header.read = bytes.toByteArray();
        return header;
      }
      header.fields.put(id, value);
    }
    throw KdbxException.damaged("its header");
  }

  private static int version(InputStream in, ByteArrayOutputStream bytes) throws IOException {
    ByteBuffer start = LittleEndian.buffer(copied(in, 3 * Integer.BYTES, bytes).readAllBytes());
    int first = start.getInt();
    int second = start.getInt();
    int version = start.getInt();
    if (first != SIGNATURE || (second != SIGNATURE_KDBX && second != SIGNATURE_KDB)) {
      throw new KdbxException("it is no KeePass database");
    }
    if (second == SIGNATURE_KDB) {
      throw new KdbxException(
          "it is a database of KeePass 1; open it with KeePass or KeePassXC and save it as KDBX");
    }
    int major = version >>> 16;
    if (major != 3 && major != 4) {
      throw new KdbxException(
          "it is of KDBX version "
              + major
              + "."
              + (version & 0xFFFF)
              + "; versions 3 and 4 can be read, so save it as one of them");
    }
    return version;
  }

  private static InputStream copied(InputStream in, int length, ByteArrayOutputStream bytes)
      throws IOException {
    byte[] read = LittleEndian.read(in, length);
    bytes.writeBytes(read);
    return new java.io.ByteArrayInputStream(read);
  }

  boolean isVersion4() {
    return version >>> 16 == 4;
  }

  /** The bytes it was read from, over which its hash goes. */
  byte[] read() {
    return read;
  }

  /** Puts a field of any length. */
  Header put(int id, byte[] value) {
    fields.put(id, value);
    return this;
  }

  /** As version 4 has it. */
  byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(LittleEndian.ofInt(SIGNATURE));
    out.writeBytes(LittleEndian.ofInt(SIGNATURE_KDBX));
    out.writeBytes(LittleEndian.ofInt(version));
    fields.forEach((id, value) -> write(out, id, value));
    write(out, END, END_MARK);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int id, byte[] value) {
    out.write(id);
    out.writeBytes(LittleEndian.ofInt(value.length));
    out.writeBytes(value);
  }

  /** The field's bytes, as many as it takes. */
  byte[] bytes(int id, int length) throws KdbxException {
    byte[] value = fields.get(id);
    if (value == null || value.length != length) {
      throw KdbxException.damaged("its header");
    }
    return value;
  }

  byte[] masterSeed() throws KdbxException {
    return bytes(MASTER_SEED, SEED_BYTES);
  }

  int number(int id) throws KdbxException {
    return LittleEndian.buffer(bytes(id, Integer.BYTES)).getInt();
  }

  boolean isCompressed() throws KdbxException {
    int compression = number(COMPRESSION);
    if (compression != 0 && compression != 1) {
      throw new KdbxException("it is compressed in a way that is not known here");
    }
    return compression == 1;
  }

  OuterCipher cipher() throws KdbxException {
    return OuterCipher.of(uuid(bytes(CIPHER, 2 * Long.BYTES)));
  }

  Kdf kdf(Limits limits) throws IOException {
    if (isVersion4()) {
      return Kdf.of(VariantDictionary.parse(fields.getOrDefault(KDF, new byte[0])), limits);
    }
    long rounds = LittleEndian.buffer(bytes(TRANSFORM_ROUNDS, Long.BYTES)).getLong();
    return Kdf.Aes.of(rounds, bytes(TRANSFORM_SEED, SEED_BYTES), limits);
  }

  /** An identifier from its bytes in the order they are written. */
  static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
