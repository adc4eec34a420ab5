package io.keyarbor.cli.mask;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Replaces secrets by {@code ***}, also those that come in pieces. Bytes that may be the start of
 * one are held back until that is clear; all others go on at once, so that a prompt is seen.
 */
final class MaskedOutput extends OutputStream {
  private static final byte[] STARS = {'*', '*', '*'};

  private final SecretFinder finder;
  private final OutputStream out;
  private byte[] held = new byte[1024];
  private boolean[] hidden = new boolean[1024];
  private int count;
  private int state = SecretFinder.START;

  /** Whether the last byte that went on was part of a secret: then its stars are out already. */
  private boolean inSecret;

  MaskedOutput(SecretFinder finder, OutputStream out) {
    this.finder = finder;
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      reserve();
      held[count] = bytes[i];
      hidden[count] = false;
      count++;
      state = finder.next(state, bytes[i]);
      int found = finder.found(state);
      if (found > 0) {
        Arrays.fill(hidden, count - found, count, true);
      }
      if (count == held.length) {
        release(finder.pending(state));
      }
    }
    release(finder.pending(state));
  }

  private void reserve() {
    if (count == held.length) {
      byte[] roomier = Arrays.copyOf(held, count * 2);
      Arrays.fill(held, (byte) 0);
      held = roomier;
      hidden = Arrays.copyOf(hidden, count * 2);
    }
  }

  /** Hands on all but the last {@code kept} bytes. */
  private void release(int kept) throws IOException {
    int end = count - kept;
    int at = 0;
    while (at < end) {
      int start = at;
      boolean secret = hidden[at];
      while (at < end && hidden[at] == secret) {
        at++;
      }
      if (!secret) {
        out.write(held, start, at - start);
      } else if (!inSecret) {
        out.write(STARS);
      }
      inSecret = secret;
    }
    System.arraycopy(held, end, held, 0, kept);
    System.arraycopy(hidden, end, hidden, 0, kept);
    Arrays.fill(held, kept, count, (byte) 0);
    count = kept;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** What was held back is no whole secret; it goes out. */
  @Override
  public void close() throws IOException {
    release(0);
    out.flush();
    Arrays.fill(held, (byte) 0);
  }
}
