package io.keyarbor.storage;

import java.nio.ByteBuffer;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Reads the engine's registry of value types as names. The engine itself would load and make
 * whatever class a file names there; this loads none, and refuses a name the engine does not write.
 */
final class KnownTypes extends BasicDataType<String> {
  private static final String WRAPPER = "org.h2.mvstore.tx.VersionedValueType$Factory";
  private static final String ROW = "org.h2.mvstore.db.RowDataType$Factory";
  private static final Set<String> PLAIN =
      Set.of(
          "org.h2.mvstore.type.ByteArrayDataType",
          "org.h2.mvstore.type.LongDataType",
          "org.h2.mvstore.type.StringDataType",
          "org.h2.mvstore.db.NullValueDataType",
          "org.h2.mvstore.db.LobStorageMap$BlobReference$Type",
          "org.h2.mvstore.db.LobStorageMap$BlobMeta$Type");

  /** A type that no vault has. */
  static final class Unknown extends RuntimeException {
    Unknown(String message) {
      super(message);
    }
  }

  @Override
  public String read(ByteBuffer in) {
    return read(in, 2);
  }

  private static String read(ByteBuffer in, int depth) {
    int length = DataUtils.readVarInt(in);
    if (length < 0 || length > in.remaining()) {
      throw new Unknown("a malformed type");
    }
    String name = DataUtils.readString(in, length);
    switch (name) {
      case WRAPPER -> {
        if (depth == 0) {
          throw new Unknown("a nested type");
        }
        read(in, depth - 1);
      }
      case ROW -> {
        DataUtils.readVarInt(in);
        skipNumbers(in);
        skipNumbers(in);
        in.get();
      }
      default -> {
        if (!PLAIN.contains(name)) {
          throw new Unknown("the type “" + name + "”");
        }
      }
    }
    return name;
  }

  private static void skipNumbers(ByteBuffer in) {
    for (int left = DataUtils.readVarInt(in) - 1; left > 0; left--) {
      DataUtils.readVarInt(in);
    }
  }

  @Override
  public String[] createStorage(int size) {
    return new String[size];
  }

  @Override
  public int getMemory(String name) {
    return 0;
  }

  @Override
  public void write(WriteBuffer out, String name) {
    throw new UnsupportedOperationException();
  }
}
