package io.keyarbor.transfer.detect;

import io.keyarbor.template.BoundedRegex;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.ServiceTemplate.KeyPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The keys that templates describe, to be found within other text. Only those count whose beginning
 * is spelled out, such as {@code ghp_}: forty letters and digits may be anything. Immutable, for
 * any thread.
 */
public final class KeyPatterns {
  /** A shorter beginning says too little. */
  private static final int SPELLED_OUT = 3;

  /** Letters and digits behind the beginning. */
  private static final int SHORTEST_KEY = 8;

  private final List<List<Start>> byFirst = new ArrayList<>();
  private final List<Shape> addresses = new ArrayList<>();

  private record Start(String text, Shape shape) {}

  /**
   * What a key of one service looks like.
   *
   * @param field that the key belongs in
   * @param choice that goes with it
   */
  public record Shape(
      ServiceTemplate template, String field, Optional<Condition> choice, BoundedRegex regex) {}

  /**
   * A key within a text.
   *
   * @param end after its last byte
   * @param shapes that it fits, the most telling first
   */
  public record Match(int start, int end, List<Shape> shapes) {}

  /** Those of all templates. */
  public KeyPatterns(Catalogue catalogue) {
    for (int i = 0; i < 128; i++) {
      byFirst.add(new ArrayList<>());
    }
    catalogue.all().forEach(t -> t.recognise().forEach(p -> add(t, p)));
    byFirst.forEach(
        starts -> starts.sort(Comparator.comparingInt((Start s) -> s.text().length()).reversed()));
  }

  private void add(ServiceTemplate template, KeyPattern key) {
    Shape shape = new Shape(template, key.field(), choice(key), BoundedRegex.of(key.pattern()));
    List<String> prefixes = LiteralPrefixes.of(key.pattern());
    if (key.pattern().contains("://[^")) {
      addresses.add(shape);
    } else if (prefixes.stream().allMatch(p -> p.length() >= SPELLED_OUT && p.charAt(0) < 128)) {
      prefixes.forEach(p -> byFirst.get(p.charAt(0)).add(new Start(p, shape)));
    }
  }

  private static Optional<Condition> choice(KeyPattern key) {
    int equals = key.choice().indexOf('=');
    return equals < 0
        ? Optional.empty()
        : Optional.of(
            new Condition(key.choice().substring(0, equals), key.choice().substring(equals + 1)));
  }

  /** The key that begins at {@code at}, where a word begins, and ends where a word ends. */
  public Optional<Match> at(byte[] text, int at) {
    int first = text[at];
    if (first < 0 || (at > 0 && Ascii.isLetterOrDigit(text[at - 1]))) {
      return Optional.empty();
    }
    int end = -1;
    List<Shape> shapes = List.of();
    for (Start start : byFirst.get(first)) {
      if (Ascii.startsWith(text, at, start.text())) {
        int length = start.shape().regex().lengthAtStart(rest(text, at));
        boolean whole =
            hasKey(text, at + start.text().length(), at + length)
                && (at + length == text.length || !Ascii.isWord(text[at + length]));
        if (whole && at + length > end) {
          end = at + length;
          shapes = new ArrayList<>(List.of(start.shape()));
        } else if (whole && at + length == end) {
          shapes.add(start.shape());
        }
      }
    }
    return end < 0 ? Optional.empty() : Optional.of(new Match(at, end, List.copyOf(shapes)));
  }

  /** An example ends in dots: {@code sk-proj-...}. */
  private static boolean hasKey(byte[] text, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += Ascii.isLetterOrDigit(text[i]) ? 1 : 0;
    }
    return letters >= SHORTEST_KEY;
  }

  /** No key has a line break in it, so no expression looks further. */
  private static Ascii rest(byte[] text, int at) {
    int end = at;
    int most = Math.min(text.length, at + BoundedRegex.MAX_INPUT);
    while (end < most && text[end] != '\n' && text[end] != '"' && text[end] != '\'') {
      end++;
    }
    return new Ascii(text, at, end);
  }

  /** The shapes that the whole of {@code value} fits. */
  public List<Shape> of(byte[] value) {
    return value.length == 0
        ? List.of()
        : at(value, 0).filter(m -> m.end() == value.length).map(Match::shapes).orElse(List.of());
  }

  /** The shapes that a connection URL with a password in it fits. */
  public List<Shape> ofAddress(CharSequence url) {
    return addresses.stream().filter(s -> s.regex().matches(url)).toList();
  }
}
