package io.keyarbor.transfer.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import io.keyarbor.template.JsonCatalogue;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiteralPrefixesTest {
  @Test
  void spellsOutWhatIsCertain() {
    assertEquals(List.of("ghp_"), LiteralPrefixes.of("ghp_[0-9a-zA-Z]{36}"));
    assertEquals(List.of("gho_", "ghu_"), LiteralPrefixes.of("gh[ou]_\\w{36,}"));
    assertEquals(List.of("hf_", "api_org_"), LiteralPrefixes.of("(?:hf_|api_org_)[a-z]{34}"));
    assertEquals(List.of("AKIA", "A3T"), LiteralPrefixes.of("(?:AKIA|A3T[A-Z0-9])[A-Z2-7]{16}"));
    assertEquals(List.of("sk_test_", "rk_test_"), LiteralPrefixes.of("(?:sk|rk)_(?:test)_x+"));
    assertEquals(List.of("SG."), LiteralPrefixes.of("SG\\.[\\w-]{20,24}"));
    assertEquals(List.of(""), LiteralPrefixes.of("[a-f0-9]{32}"));
    assertEquals(List.of(""), LiteralPrefixes.of("a?b"));
    assertEquals(List.of("a"), LiteralPrefixes.of("ab*c"));
    assertEquals(List.of("postgres"), LiteralPrefixes.of("postgres(?:ql)?://x"));
    assertEquals(List.of(""), LiteralPrefixes.of("(?s).*x"));
  }

  /** Whatever an expression is, no text that fits it begins otherwise. */
  @Property(tries = 2000)
  void isNeverWrong(
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String text,
      @ForAll("expressions") String expression) {
    if (Pattern.matches(expression, text)) {
      assertTrue(LiteralPrefixes.of(expression).stream().anyMatch(text::startsWith), expression);
    }
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(
            "a",
            "b",
            "c",
            "(?:a|bc)",
            "[ab]",
            "a?",
            "b*",
            "(?:ab)+",
            "c{2}",
            "[a-c]",
            "|",
            "(?:a(?:b|c)|b[a-b])")
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Test
  void mostBundledPatternsAreSpelledOut() {
    long spelled =
        JsonCatalogue.bundled().all().stream()
            .flatMap(t -> t.recognise().stream())
            .filter(k -> LiteralPrefixes.of(k.pattern()).stream().allMatch(p -> p.length() >= 3))
            .count();
    assertTrue(spelled >= 50, () -> spelled + " patterns");
  }
}
