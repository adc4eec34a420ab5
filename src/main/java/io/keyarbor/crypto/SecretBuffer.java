package io.keyarbor.crypto;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * Characters of a secret while a person edits it: kept outside the Java heap, in memory that is
 * zeroed whenever it is left. For one thread at a time.
 *
 * <p>Positions count UTF-16 units, as in {@code String}. A wiped buffer is empty and may be used
 * again; whoever drops one wipes it first.
 */
public final class SecretBuffer implements AutoCloseable {
  private static final int FIRST_CAPACITY = 64;

  private Arena arena;
  private MemorySegment memory = MemorySegment.NULL;
  private int length;

  /** Length in UTF-16 units. */
  public int length() {
    return length;
  }

  /**
   * The UTF-16 unit at {@code index}.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public char charAt(int index) {
    Objects.checkIndex(index, length);
    return memory.getAtIndex(ValueLayout.JAVA_CHAR, index);
  }

  /** Inserts {@code chars} before position {@code at}; the caller wipes the array. */
  public void insert(int at, char[] chars) {
    replace(at, at, chars);
  }

  /** Removes what lies from {@code start} up to {@code end}. */
  public void delete(int start, int end) {
    replace(start, end, new char[0]);
  }

  /**
   * Puts {@code chars} in the place of what lies from {@code start} up to {@code end}; the caller
   * wipes the array.
   *
   * @throws IndexOutOfBoundsException if the range does not lie within the buffer
   */
  public void replace(int start, int end, char[] chars) {
    Objects.checkFromToIndex(start, end, length);
    int tail = length - end;
    int next = Math.addExact(start + tail, chars.length);
    reserve(next);
    move(end, start + chars.length, tail);
    MemorySegment.copy(
        chars, 0, memory, ValueLayout.JAVA_CHAR, (long) start * Character.BYTES, chars.length);
    if (next < length) {
      slice(next, length).fill((byte) 0);
    }
    length = next;
  }

  /** A copy as UTF-8, for the caller to close; a lone surrogate becomes a question mark. */
  public Secret toSecret() {
    return Secret.takeUtf8(slice(0, length).toArray(ValueLayout.JAVA_CHAR));
  }

  /** Takes over a copy of {@code secret}'s text; what was here is wiped. */
  public void set(Secret secret) {
    wipe();
    secret.useChars(chars -> {
      insert(0, chars);
      return null;
    });
  }

  /** Zeroes and frees the memory; the buffer is empty then. */
  public void wipe() {
    if (arena != null) {
      memory.fill((byte) 0);
      arena.close();
    }
    arena = null;
    memory = MemorySegment.NULL;
    length = 0;
  }

  /** The same as {@link #wipe()}. */
  @Override
  public void close() {
    wipe();
  }

  /** Says nothing about the content. */
  @Override
  public String toString() {
    return "SecretBuffer";
  }

  private void reserve(int capacity) {
    if (capacity * (long) Character.BYTES <= memory.byteSize()) {
      return;
    }
    long grown = Math.max(Math.max(FIRST_CAPACITY, capacity), length * 2L);
    Arena roomier = Arena.ofShared();
    MemorySegment copy = roomier.allocate(ValueLayout.JAVA_CHAR, grown);
    copy.copyFrom(slice(0, length));
    int kept = length;
    wipe();
    arena = roomier;
    memory = copy;
    length = kept;
  }

  private void move(int from, int to, int count) {
    if (from != to && count > 0) {
      slice(to, to + count).copyFrom(slice(from, from + count));
    }
  }

  private MemorySegment slice(int start, int end) {
    return memory.asSlice((long) start * Character.BYTES, (long) (end - start) * Character.BYTES);
  }
}
