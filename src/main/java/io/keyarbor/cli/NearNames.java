package io.keyarbor.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that a person may have meant. */
public final class NearNames {
  private static final int MOST = 3;
  private static final int MOST_LETTERS = 60;

  private record Near(String name, int distance) {}

  private NearNames() {}

  /** At most three of {@code names}, the nearest first. */
  public static List<String> of(String wanted, Collection<String> names) {
    String sought = lower(wanted);
    int bound = 1 + sought.length() / 4;
    return names.stream()
        .map(name -> new Near(name, distance(sought, lower(name))))
        .filter(near -> near.distance() <= bound)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /** A sentence that asks whether one of them was meant, with a space before it; empty if none. */
  public static String hint(String wanted, Collection<String> names) {
    List<String> near = of(wanted, names);
    return near.isEmpty()
        ? ""
        : near.stream()
            .map(Printable::of)
            .collect(Collectors.joining("”, “", " Did you mean “", "”?"));
  }

  /** A name that holds what was typed is near; else so many letters have to be changed. */
  private static int distance(String wanted, String name) {
    if (!wanted.isBlank() && name.contains(wanted)) {
      return name.startsWith(wanted) ? 0 : 1;
    }
    int[] before = new int[name.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      int[] row = new int[before.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = before[j - 1] + (wanted.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[name.length()];
  }

  private static String lower(String name) {
    return name.substring(0, Math.min(name.length(), MOST_LETTERS)).toLowerCase(Locale.ROOT);
  }
}
