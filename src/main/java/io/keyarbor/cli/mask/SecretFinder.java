package io.keyarbor.cli.mask;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds any of many byte sequences in a stream, in time linear to its length: the automaton of Aho
 * and Corasick (Communications of the ACM 18, 6; 1975). Immutable until closed, so that several
 * streams can share it.
 */
final class SecretFinder implements AutoCloseable {
  /** Where nothing has been found yet. */
  static final int START = 0;

  private final byte[] letter;
  private final int[] firstChild;
  private final int[] sibling;
  private final int[] fallback;
  private final int[] depth;
  private final int[] longest;
  private int size = 1;

  SecretFinder(Collection<byte[]> wanted) {
    int most = 1 + wanted.stream().mapToInt(w -> w.length).sum();
    letter = new byte[most];
    firstChild = new int[most];
    sibling = new int[most];
    fallback = new int[most];
    depth = new int[most];
    longest = new int[most];
    wanted.forEach(this::add);
    link();
  }

  private void add(byte[] wanted) {
    int state = START;
    for (byte b : wanted) {
      int next = child(state, b);
      if (next == 0) {
        next = size++;
        letter[next] = b;
        depth[next] = depth[state] + 1;
        sibling[next] = firstChild[state];
        firstChild[state] = next;
      }
      state = next;
    }
    longest[state] = depth[state];
  }

  /** In order of depth, so that what a state falls back to is known before it. */
  private void link() {
    int[] queue = new int[size];
    int end = 0;
    queue[end++] = START;
    for (int i = 0; i < end; i++) {
      int state = queue[i];
      for (int c = firstChild[state]; c != 0; c = sibling[c]) {
        queue[end++] = c;
        fallback[c] = state == START ? START : next(fallback[state], letter[c]);
        longest[c] = Math.max(longest[c], longest[fallback[c]]);
      }
    }
  }

  private int child(int state, byte b) {
    int c = firstChild[state];
    while (c != 0 && letter[c] != b) {
      c = sibling[c];
    }
    return c;
  }

  /** The state after one more byte. */
  int next(int state, byte b) {
    int s = state;
    int c = child(s, b);
    while (c == 0 && s != START) {
      s = fallback[s];
      c = child(s, b);
    }
    return c;
  }

  /** How many of the last bytes may be the start of one. */
  int pending(int state) {
    return depth[state];
  }

  /** The length of the longest that ends here, or 0. */
  int found(int state) {
    return longest[state];
  }

  /** Forgets what it looks for. */
  @Override
  public void close() {
    Arrays.fill(letter, (byte) 0);
    Arrays.fill(firstChild, 0);
  }

  /** One that looks for {@code forms}. */
  static SecretFinder of(SecretForms forms) {
    return new SecretFinder(List.copyOf(forms.all()));
  }
}
