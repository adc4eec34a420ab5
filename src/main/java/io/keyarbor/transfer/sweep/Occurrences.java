package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.detect.Ascii;
import java.util.ArrayList;
import java.util.List;

/** Where a secret stands in a file as it is, not as a part of a longer word. */
final class Occurrences {
  /** A shorter one may stand anywhere by chance. */
  private static final int SHORTEST = 6;

  private static final int MOST = 1_000;

  private Occurrences() {}

  /** Where it begins, in bytes; empty too if it is so short that a place says nothing. */
  static List<Integer> of(byte[] bytes, Secret secret) {
    return secret.length() < SHORTEST ? List.of() : secret.use(wanted -> of(bytes, wanted));
  }

  private static List<Integer> of(byte[] bytes, byte[] wanted) {
    List<Integer> spots = new ArrayList<>();
    for (int at = 0; at + wanted.length <= bytes.length && spots.size() < MOST; at++) {
      if (stands(bytes, at, wanted)) {
        spots.add(at);
        at += wanted.length - 1;
      }
    }
    return spots;
  }

  private static boolean stands(byte[] bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    int end = at + wanted.length;
    boolean begins = at == 0 || !Ascii.isWord(bytes[at - 1]) || !Ascii.isWord(wanted[0]);
    boolean ends =
        end == bytes.length || !Ascii.isWord(bytes[end]) || !Ascii.isWord(bytes[end - 1]);
    return begins && ends;
  }

  /** The line of a place, from 1. */
  static int line(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
