package io.keyarbor.template;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one template; not for several threads. */
final class Flaws {
  /** So many faults are told of one file; the rest follow from them more often than not. */
  private static final int MAX = 20;

  private static final int MAX_TEXT = 500;

  private final List<Flaw> found = new ArrayList<>();

  /** A fault and the JSON pointer of its place. */
  record Flaw(String pointer, String message) {}

  void add(String pointer, String message) {
    if (found.size() < MAX) {
      found.add(new Flaw(Words.cut(pointer, MAX_TEXT), Words.cut(message, MAX_TEXT)));
    }
  }

  /** Tells of a value that is not what was expected. */
  void add(String pointer, String value, String expected) {
    add(pointer, "found " + Words.quoted(value) + ", expected " + expected);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Flaw> all() {
    return List.copyOf(found);
  }
}
