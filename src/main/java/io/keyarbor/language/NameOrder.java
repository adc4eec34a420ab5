package io.keyarbor.language;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The order in which people look names up: by their language, whatever the case. */
public final class NameOrder {
  private NameOrder() {}

  /**
   * The order in the person's language, for short lists. Made anew for each sorting, so that it
   * follows a change of the language; a comparator is for one thread.
   */
  public static Comparator<String> ofPeople() {
    Collator collator = collator();
    // What a language holds for equal is still told apart, so that a list looks always the same.
    return ((Comparator<String>) collator::compare).thenComparing(Comparator.naturalOrder());
  }

  /** {@code names} in the same order. */
  public static List<String> sorted(Collection<String> names) {
    return names.stream().sorted(ofPeople()).toList();
  }

  /**
   * {@code things} by name in the same order. Looks at the letters of each name once, which makes
   * it quick for thousands.
   */
  public static <T> List<T> sorted(Collection<T> things, Function<T, String> name) {
    Collator collator = collator();
    return things.stream()
        .map(thing -> new Keyed<>(new Key(collator.getCollationKey(name.apply(thing))), thing))
        .sorted(Comparator.comparing(Keyed::key))
        .map(Keyed::thing)
        .toList();
  }

  /**
   * Makes keys in the same order and remembers them, for thousands of names that are sorted again
   * and again. For one thread.
   */
  public static Function<String, Key> keys() {
    Collator collator = collator();
    Map<String, Key> known = new HashMap<>();
    return name -> known.computeIfAbsent(name, n -> new Key(collator.getCollationKey(n)));
  }

  private static Collator collator() {
    return Collator.getInstance(Locale.getDefault(Locale.Category.DISPLAY));
  }

  private record Keyed<T>(Key key, T thing) {}

  /** The place of a name among others; keys are compared much faster than names. */
  public record Key(CollationKey key) implements Comparable<Key> {
    private static final Comparator<CollationKey> ORDER =
        Comparator.<CollationKey>naturalOrder().thenComparing(CollationKey::getSourceString);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(key, other.key);
    }
  }
}
