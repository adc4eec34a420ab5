package io.keyarbor.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever is typed and whatever a credential is called. */
class FuzzyProperties {
  private final Fuzzy fuzzy = new Fuzzy();

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'e')
        .withCharRange('A', 'E')
        .withChars("01 -_./äÉßŁ\u0301😀")
        .ofMinLength(1)
        .ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'e')
        .withChars("01-")
        .ofMinLength(1)
        .ofMaxLength(6);
  }

  private static boolean occurs(String word, String text) {
    int from = 0;
    for (int i = 0; i < word.length(); i++) {
      from = text.indexOf(word.charAt(i), from) + 1;
      if (from == 0) {
        return false;
      }
    }
    return true;
  }

  @Property(tries = 2000)
  void aWordFitsWhereItsLettersOccurInOrderAndNowhereElse(
      @ForAll("words") String word, @ForAll("names") String name) {
    Folded text = Folded.of(name);
    int score = fuzzy.score(Folded.of(word), text);
    assertEquals(occurs(word, text.toString()), score != Fuzzy.NONE);
    assertTrue(score <= Fuzzy.most(word.length()));
  }

  @Property(tries = 2000)
  void theMarkedLettersAreThoseThatWereTypedInTheirOrder(
      @ForAll("words") String word, @ForAll("names") String name) {
    int[] places = fuzzy.places(Folded.of(word), Folded.of(name));
    Assume.that(places.length > 0);
    StringBuilder marked = new StringBuilder();
    for (int i = 0; i < places.length; i++) {
      assertTrue(i == 0 || places[i] > places[i - 1], "not in order");
      marked.append(name.charAt(places[i]));
    }
    assertTrue(occurs(word, Folded.of(marked.toString()).toString()), marked.toString());
  }

  @Property(tries = 2000)
  void noWayToFindAWordBeatsTheBestOne(@ForAll("words") String word, @ForAll("names") String name) {
    Folded text = Folded.of(name);
    assertEquals(
        Math.max(Fuzzy.NONE, bestOfAll(Folded.of(word), 0, text, -1)),
        fuzzy.score(Folded.of(word), text));
  }

  /** Tries every way; what the quick one must agree with. */
  private static int bestOfAll(Folded word, int i, Folded text, int before) {
    if (i == word.length()) {
      return 0;
    }
    int best = -10_000;
    for (int j = before + 1; j < text.length(); j++) {
      if (text.letter(j) == word.letter(i)) {
        int gain =
            i == 0
                ? text.bonus(j) + (j == 0 ? 20 : 0)
                : j == before + 1 ? Math.max(15, text.bonus(j)) : text.bonus(j) - 3;
        best = Math.max(best, 16 + gain + bestOfAll(word, i + 1, text, j));
      }
    }
    return best;
  }

  @Property(tries = 1000)
  void theBeginningOfATextIsNeverBeatenByLettersScatteredOverAnother(
      @ForAll("words") String word, @ForAll("names") String rest, @ForAll("names") String other) {
    Folded typed = Folded.of(word);
    int prefix = fuzzy.score(typed, Folded.of(word + rest));
    int scattered = fuzzy.score(typed, Folded.of(other));
    assertEquals(Fuzzy.most(word.length()), prefix);
    assertTrue(Folded.of(other).toString().startsWith(word) || scattered < prefix);
  }

  @Property(tries = 500)
  void smallAndLargeLettersAndAccentsAreTheSame(@ForAll("names") String name) {
    String plain = Folded.of(name).toString();
    assertEquals(plain, Folded.of(plain).toString());
    assertEquals(plain, Folded.of(name.replace('e', 'é').replace('a', 'Ä')).toString());
  }
}
