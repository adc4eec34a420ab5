package io.keyarbor.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An English sentence with places for values, and what it is in another language. */
final class Sentence {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final Pattern english;
  private final String longest;
  private final int weight;
  private final String other;

  /**
   * The pair.
   *
   * @param english with {@code {0}}, {@code {1}} and so on in this order
   */
  Sentence(String english, String other) {
    String[] parts = PLACE.split(english, -1);
    StringBuilder regex = new StringBuilder();
    for (String part : parts) {
      regex.append(regex.isEmpty() ? "" : "(.*?)").append(Pattern.quote(part));
    }
    this.english = Pattern.compile(regex.toString(), Pattern.DOTALL);
    this.other = other;
    longest = Arrays.stream(parts).max(Comparator.comparing(String::length)).orElseThrow();
    weight = Arrays.stream(parts).mapToInt(String::length).sum();
  }

  /** How many characters it has besides its values. */
  int weight() {
    return weight;
  }

  /**
   * {@code message} in the other language, if it is this sentence.
   *
   * @param inner translates values that are themselves a message; what stands in quotes is a
   *     person's own and stays
   */
  Optional<String> retold(String message, UnaryOperator<String> inner) {
    Matcher match = english.matcher(message);
    if (!message.contains(longest) || !match.matches()) {
      return Optional.empty();
    }
    MatchResult values = match.toMatchResult();
    return Optional.of(
        PLACE
            .matcher(other)
            .replaceAll(place -> {
              int group = Integer.parseInt(place.group(1)) + 1;
              boolean own = place.start() > 0 && "„“".indexOf(other.charAt(place.start() - 1)) >= 0;
              String value = values.group(group);
              return Matcher.quoteReplacement(own ? value : inner.apply(value));
            }));
  }
}
