package io.keyarbor.transfer.read;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Numbers what has the name of something else: {@code url}, {@code url 2}. It keeps in mind how far
 * it is, so that a file with one name a hundred thousand times is read as fast as any other.
 */
public final class FreeNames {
  private final Map<String, Integer> next = new HashMap<>();

  /** {@code name}, with the first number that makes it free if it is {@code taken}. */
  public String of(String name, Predicate<String> taken) {
    String free = name;
    while (taken.test(free)) {
      free = name + " " + next.merge(name, 2, (number, two) -> number + 1);
    }
    return free;
  }
}
