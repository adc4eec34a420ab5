package io.keyarbor.agent.protocol;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.SecretFields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Puts a frame together. It may hold secrets, so every array it used is wiped: the outgrown ones at
 * once, the last on {@link #close}. For one thread.
 */
public final class FrameWriter implements AutoCloseable {
  private byte[] bytes = new byte[256];
  private int length;

  /** Writes what a value is made of. */
  public interface Item<T> extends BiConsumer<FrameWriter, T> {}

  /** One byte. */
  public void int8(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  /** Two bytes, the greater one first. */
  public void int16(int value) {
    int8(value >> 8);
    int8(value);
  }

  /** Four bytes. */
  public void int32(int value) {
    room(Integer.BYTES);
    ByteBuffer.wrap(bytes).putInt(length, value);
    length += Integer.BYTES;
  }

  /** Eight bytes. */
  public void int64(long value) {
    room(Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(length, value);
    length += Long.BYTES;
  }

  /** One byte, 1 for true. */
  public void flag(boolean value) {
    int8(value ? 1 : 0);
  }

  /** Bytes without their number. */
  public void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  /** Bytes, their number before them. */
  public void block(byte[] value) {
    int32(value.length);
    raw(value);
  }

  /** A text that is no secret, as a block of UTF-8. */
  public void text(String value) {
    block(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Sixteen bytes. */
  public void uuid(UUID value) {
    int64(value.getMostSignificantBits());
    int64(value.getLeastSignificantBits());
  }

  /** Milliseconds since 1970. */
  public void time(Instant value) {
    int64(value.toEpochMilli());
  }

  /** A flag, and the value if there is one. */
  public <T> void optional(Optional<T> value, Item<T> item) {
    flag(value.isPresent());
    value.ifPresent(v -> item.accept(this, v));
  }

  /** How many, then each. */
  public <T> void all(Collection<T> values, Item<T> item) {
    int32(values.size());
    values.forEach(value -> item.accept(this, value));
  }

  /** A block with the bytes of a secret, which stays with the caller. */
  public void secret(Secret value) {
    value.use(lent -> {
      block(lent);
      return null;
    });
  }

  /** A block of secrets by field name, as the vault itself writes them. */
  public void secrets(Map<String, Secret> values) {
    byte[] text = SecretFields.write(values);
    try {
      block(text);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** A password, and the bytes of a key file if there is one. */
  public void key(UnlockKey value) {
    secret(value.password());
    optional(value.keyFile(), FrameWriter::secret);
  }

  /** A credential, group or profile: its id, then its metadata as the vault writes them. */
  public void content(Content value) {
    uuid(value.id());
    block(MetaJson.write(value));
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  private void room(int more) {
    int needed = Math.addExact(length, more);
    if (needed > Protocol.LARGEST_FRAME) {
      throw new VaultException.Refused(
          "This is more than 64 MiB, too much at once. Do it in smaller parts.");
    }
    if (needed > bytes.length) {
      byte[] before = bytes;
      bytes = Arrays.copyOf(before, Math.max(needed, before.length * 2));
      Arrays.fill(before, (byte) 0);
    }
  }

  /** Wipes what was written. */
  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    length = 0;
  }
}
