package io.keyarbor.template;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.ServiceTemplate.KeyPattern;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Guesses from its looks which service a pasted key belongs to. A guess is a hint only: services
 * change how their keys look. Immutable; keeps nothing of the keys it is shown.
 */
public final class KeyRecogniser {
  private final List<Known> known = new ArrayList<>();

  private record Known(ServiceTemplate template, KeyPattern key, BoundedRegex pattern) {}

  /**
   * A service that the key may belong to.
   *
   * @param field the field that the key belongs in
   * @param choice {@code field=value} that goes with it, empty if none
   */
  public record Guess(ServiceTemplate template, String field, String choice) {}

  /** A recogniser for the patterns of all templates of {@code catalogue}. */
  public KeyRecogniser(Catalogue catalogue) {
    for (ServiceTemplate template : catalogue.all()) {
      for (KeyPattern key : template.recognise()) {
        known.add(new Known(template, key, BoundedRegex.of(key.pattern())));
      }
    }
    // The more of a key is spelled out in a pattern, the less likely it fits by chance.
    known.sort(Comparator.comparingInt((Known k) -> spelledOut(k.key().pattern())).reversed());
  }

  /** The guesses for {@code key}, best first. */
  public List<Guess> recognise(Secret key) {
    return key.useChars(this::recognise);
  }

  /** The guesses for {@code key}, best first. The array is read only. */
  public List<Guess> recognise(char[] key) {
    CharSequence stripped = strip(key);
    return known.stream()
        .filter(k -> k.pattern().matches(stripped))
        .map(k -> new Guess(k.template(), k.key().field(), k.key().choice()))
        .toList();
  }

  /** The key without the space that comes along when it is copied. */
  private static CharSequence strip(char[] key) {
    int start = 0;
    int end = key.length;
    while (start < end && Character.isWhitespace(key[start])) {
      start++;
    }
    while (end > start && Character.isWhitespace(key[end - 1])) {
      end--;
    }
    return CharBuffer.wrap(key, start, end - start);
  }

  /** How many characters at the start of a pattern stand for themselves. */
  private static int spelledOut(String pattern) {
    int start = pattern.startsWith("^") ? 1 : 0;
    int end = start;
    while (end < pattern.length() && "[](){}|\\.*+?$".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    return end - start;
  }
}
