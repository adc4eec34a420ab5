package io.keyarbor.template;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * A regular expression from a template, which may come from anyone. It is matched by an automaton,
 * in time linear to the text, because the JDK's matcher can be made to run for ever in ways that no
 * count of its steps sees. The syntax is that of RE2: no look-around, no back-references.
 * Immutable.
 */
public final class BoundedRegex {
  /** Longest expression, in characters. */
  public static final int MAX_PATTERN = 512;

  /** Longest text that can match, in characters. */
  public static final int MAX_INPUT = 8192;

  /** Largest automaton, in states; a counted repetition needs its content once for each round. */
  private static final int MAX_STATES = 5000;

  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

  private final Pattern pattern;

  private BoundedRegex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it is not well-formed, or too large
   */
  public static BoundedRegex of(String expression) {
    if (expression.length() > MAX_PATTERN) {
      throw new IllegalArgumentException(
          "found an expression of %d characters, expected at most %d"
              .formatted(expression.length(), MAX_PATTERN));
    }
    if (states(expression) > MAX_STATES) {
      throw new IllegalArgumentException("found an expression that repeats too much");
    }
    try {
      return new BoundedRegex(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "found a faulty regular expression: " + e.getDescription(), e);
    }
  }

  /**
   * At least as many states as the automaton will have, without building it: what comes after a
   * bracket or another repetition is taken to repeat all that is before it.
   */
  private static long states(String expression) {
    long states = expression.length();
    Matcher counts = COUNT.matcher(expression);
    while (counts.find() && states <= MAX_STATES) {
      String most = counts.group(2);
      long count = Long.parseLong(most == null || most.isEmpty() ? counts.group(1) : most);
      boolean atomIsSmall =
          counts.start() > 0 && ")}*+?".indexOf(expression.charAt(counts.start() - 1)) < 0;
      states = atomIsSmall ? states + count : states * Math.max(1, count);
    }
    return states;
  }

  /** Whether the whole of {@code input} fits; no, too, if it is longer than {@link #MAX_INPUT}. */
  public boolean matches(CharSequence input) {
    return input.length() <= MAX_INPUT && pattern.matcher(input).matches();
  }

  /**
   * How many characters at the start of {@code input} fit; -1 if none do. Looks at its first {@link
   * #MAX_INPUT} characters only.
   */
  public int lengthAtStart(CharSequence input) {
    CharSequence seen = input.length() <= MAX_INPUT ? input : input.subSequence(0, MAX_INPUT);
    com.google.re2j.Matcher matcher = pattern.matcher(seen);
    return matcher.lookingAt() ? matcher.end() : -1;
  }

  /** From where to where a part of a text goes. */
  record Range(int start, int end) {}

  /** The groups of the expression that have a name. */
  Set<String> groupNames() {
    return pattern.namedGroups().keySet();
  }

  /** Where the named groups lie that have a part, by name, if the whole of {@code input} fits. */
  Map<String, Range> groups(CharSequence input) {
    if (input.length() > MAX_INPUT) {
      return Map.of();
    }
    com.google.re2j.Matcher matcher = pattern.matcher(input);
    Map<String, Range> groups = new TreeMap<>();
    if (matcher.matches()) {
      for (String name : groupNames()) {
        if (matcher.end(name) > matcher.start(name)) {
          groups.put(name, new Range(matcher.start(name), matcher.end(name)));
        }
      }
    }
    return groups;
  }
}
