package io.keyarbor.crypto;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Bytes that must not outlive their use: kept outside the Java heap, where no garbage collection
 * copies them, and zeroed on {@link #close()}.
 *
 * <p>The bytes are lent to a function as an array that is wiped when the function returns; whoever
 * keeps that array or makes a {@code String} of it breaks the promise. A secret may be used from
 * any thread, but not while another thread closes it: the loser gets an {@link
 * IllegalStateException}.
 */
public final class Secret implements AutoCloseable {
  private final MemorySegment memory;
  private boolean closed;

  private Secret(int length) {
    // Freed by the collector, but zeroed on close. To close a shared arena stops all threads, which
    // takes some 50 microseconds, and a large import has tens of thousands of secrets.
    memory = Arena.ofAuto().allocate(Math.max(length, 1)).asSlice(0, length);
  }

  /** Takes over {@code bytes}: copies them and wipes the array. */
  public static Secret take(byte[] bytes) {
    Secret secret = copyOf(bytes);
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }

  /** Copies {@code bytes} and leaves the array as it is. */
  public static Secret copyOf(byte[] bytes) {
    Secret secret = new Secret(bytes.length);
    MemorySegment.copy(bytes, 0, secret.memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return secret;
  }

  /** Takes over {@code chars} as UTF-8 and wipes the array. */
  public static Secret takeUtf8(char[] chars) {
    ByteBuffer encoded = ByteBuffer.allocate(Math.multiplyExact(chars.length, 3));
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(chars), encoded, true);
    byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
    Arrays.fill(encoded.array(), (byte) 0);
    Arrays.fill(chars, '\0');
    return take(bytes);
  }

  /** A secret of {@code length} bytes from the system's random generator. */
  public static Secret random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return take(bytes);
  }

  /** Length in bytes. */
  public int length() {
    return (int) memory.byteSize();
  }

  /** What a function does with lent bytes. */
  @FunctionalInterface
  public interface Use<T, R, X extends Exception> {
    /** Works on {@code lent}, which is wiped afterwards. */
    R apply(T lent) throws X;
  }

  /**
   * Lends the bytes to {@code use} and wipes the loan.
   *
   * @throws IllegalStateException if the secret is closed
   */
  public <R, X extends Exception> R use(Use<byte[], R, X> use) throws X {
    byte[] lent = bytes();
    try {
      return use.apply(lent);
    } finally {
      Arrays.fill(lent, (byte) 0);
    }
  }

  private synchronized byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("this secret is closed");
    }
    return memory.toArray(ValueLayout.JAVA_BYTE);
  }

  /**
   * Lends the UTF-8 text as characters to {@code use} and wipes the loan. Malformed bytes become
   * U+FFFD.
   *
   * @throws IllegalStateException if the secret is closed
   */
  public <R, X extends Exception> R useChars(Use<char[], R, X> use) throws X {
    return this.<R, X>use(bytes -> {
      CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
      char[] lent = Arrays.copyOfRange(decoded.array(), 0, decoded.limit());
      Arrays.fill(decoded.array(), '\0');
      try {
        return use.apply(lent);
      } finally {
        Arrays.fill(lent, '\0');
      }
    });
  }

  /** An independent copy; closing one leaves the other. */
  public Secret copy() {
    return use(Secret::copyOf);
  }

  /** Compares the bytes in constant time. */
  public boolean sameAs(Secret other) {
    return use(mine -> other.use(theirs -> MessageDigest.isEqual(mine, theirs)));
  }

  /** Whether the bytes are gone. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Zeroes the bytes. Closing twice does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      memory.fill((byte) 0);
      closed = true;
    }
  }

  /** Says nothing about the content. */
  @Override
  public String toString() {
    return "Secret";
  }
}
