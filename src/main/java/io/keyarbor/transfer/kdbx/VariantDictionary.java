package io.keyarbor.transfer.kdbx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Named values of several kinds, as the header of KDBX 4 holds the key derivation's. */
final class VariantDictionary {
  private static final int VERSION = 0x0100;
  private static final int UINT32 = 0x04;
  private static final int UINT64 = 0x05;
  private static final int INT32 = 0x0C;
  private static final int INT64 = 0x0D;
  private static final int BYTES = 0x42;

  private static final class Item {
    private final int kind;
    private final byte[] value;

    Item(int kind, byte[] value) {
      this.kind = kind;
      this.value = value;
    }
  }

  private final Map<String, Item> items = new LinkedHashMap<>();

  static VariantDictionary parse(byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    if (LittleEndian.readShort(in) >> 8 > VERSION >> 8) {
      throw new KdbxException("its key derivation is written in a way that is not known here");
    }
    VariantDictionary dictionary = new VariantDictionary();
    for (int kind = LittleEndian.readByte(in); kind != 0; kind = LittleEndian.readByte(in)) {
      String name = new String(sized(in), StandardCharsets.UTF_8);
      dictionary.items.put(name, new Item(kind, sized(in)));
    }
    return dictionary;
  }

  private static byte[] sized(ByteArrayInputStream in) throws IOException {
    int length = LittleEndian.readInt(in);
    if (length < 0) {
      throw KdbxException.damaged("its header");
    }
    return LittleEndian.read(in, length);
  }

  /**
   * A number of any width, never negative.
   *
   * @throws KdbxException if there is none
   */
  long number(String name) throws KdbxException {
    Item item = items.get(name);
    long number =
        switch (item == null ? 0 : item.kind << 8 | item.value.length) {
          case UINT32 << 8 | Integer.BYTES ->
              Integer.toUnsignedLong(LittleEndian.buffer(item.value).getInt());
          case INT32 << 8 | Integer.BYTES -> LittleEndian.buffer(item.value).getInt();
          case UINT64 << 8 | Long.BYTES, INT64 << 8 | Long.BYTES ->
              LittleEndian.buffer(item.value).getLong();
          default -> -1;
        };
    if (number < 0) {
      throw KdbxException.damaged("its header");
    }
    return number;
  }

  Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(items.get(name)).filter(i -> i.kind == BYTES).map(i -> i.value);
  }

  VariantDictionary put(String name, byte[] value) {
    items.put(name, new Item(BYTES, value));
    return this;
  }

  VariantDictionary put(String name, UUID value) {
    return put(name, Header.bytes(value));
  }

  VariantDictionary put(String name, int value) {
    items.put(name, new Item(UINT32, LittleEndian.ofInt(value)));
    return this;
  }

  VariantDictionary put(String name, long value) {
    items.put(name, new Item(UINT64, LittleEndian.ofLong(value)));
    return this;
  }

  byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(LittleEndian.ofInt(VERSION), 0, Short.BYTES);
    items.forEach((name, item) -> {
      out.write(item.kind);
      byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(LittleEndian.ofInt(utf8.length));
      out.writeBytes(utf8);
      out.writeBytes(LittleEndian.ofInt(item.value.length));
      out.writeBytes(item.value);
    });
    out.write(0);
    return out.toByteArray();
  }
}
