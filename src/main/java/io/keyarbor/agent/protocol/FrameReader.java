package io.keyarbor.agent.protocol;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.codec.MetaJson;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.SecretFields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes a frame apart. Every method throws {@link Malformed} if the frame does not hold what is
 * asked for. The bytes are wiped on {@link #close}. For one thread.
 */
public final class FrameReader implements AutoCloseable {
  private final ByteBuffer in;

  /** Reads {@code bytes}, and owns them. */
  public FrameReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /** One byte, from -128. */
  public int int8() {
    return need(1).get();
  }

  /** Two bytes, from 0. */
  public int int16() {
    return need(2).getShort() & 0xffff;
  }

  /** Four bytes. */
  public int int32() {
    return need(4).getInt();
  }

  /** Eight bytes. */
  public long int64() {
    return need(8).getLong();
  }

  /** A flag. */
  public boolean flag() {
    int value = int8();
    if (value != 0 && value != 1) {
      throw new Malformed("a flag is neither 0 nor 1");
    }
    return value == 1;
  }

  /** The bytes of a block, for the caller to wipe if they are secret. */
  public byte[] block() {
    int length = int32();
    if (length < 0 || length > in.remaining()) {
      throw new Malformed("a block is longer than its frame");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** A text that is no secret. */
  public String text() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  /** An id. */
  public UUID uuid() {
    return new UUID(int64(), int64());
  }

  /** A moment. */
  public Instant time() {
    return Instant.ofEpochMilli(int64());
  }

  /** What {@code item} reads, if it is there. */
  public <T> Optional<T> optional(Function<FrameReader, T> item) {
    return flag() ? Optional.of(item.apply(this)) : Optional.empty();
  }

  /** As many as {@code item} reads; each takes a byte at least. */
  public <T> List<T> all(Function<FrameReader, T> item) {
    int count = int32();
    if (count < 0 || count > in.remaining()) {
      throw new Malformed("a list is longer than its frame");
    }
    List<T> items = new ArrayList<>(Math.min(count, 1024));
    for (int i = 0; i < count; i++) {
      items.add(item.apply(this));
    }
    return items;
  }

  /** A secret, for the caller to close. */
  public Secret secret() {
    return Secret.take(block());
  }

  /** A password with its key file, for the caller to close. */
  public UnlockKey key() {
    Secret password = secret();
    try {
      return new UnlockKey(password, optional(FrameReader::secret));
    } catch (RuntimeException e) {
      password.close();
      throw e;
    }
  }

  /** Secrets by field name, for the caller to close. */
  public Map<String, Secret> secrets() {
    byte[] text = block();
    try {
      return SecretFields.read(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed("secrets are not as they are written");
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** A credential, group or profile. */
  public <T extends Content> T content(Class<T> type) {
    UUID id = uuid();
    byte[] text = block();
    try {
      return type.cast(MetaJson.read(id, text));
    } catch (RuntimeException e) {
      // Not its words: they may quote the text.
      throw new Malformed("metadata are not as they are written");
    }
  }

  /** Checks that there is nothing more. */
  public void end() {
    if (in.hasRemaining()) {
      throw new Malformed("a frame holds more than it should");
    }
  }

  private ByteBuffer need(int bytes) {
    if (in.remaining() < bytes) {
      throw new Malformed("a frame ends too early");
    }
    return in;
  }

  /** Wipes the frame. */
  @Override
  public void close() {
    Arrays.fill(in.array(), (byte) 0);
  }
}
