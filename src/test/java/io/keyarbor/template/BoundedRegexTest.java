package io.keyarbor.template;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedRegexTest {
  @Test
  void matchesWholeTexts() {
    assertTrue(BoundedRegex.of("[a-z]+-\\d{3}").matches("key-123"));
    assertFalse(BoundedRegex.of("[a-z]+-\\d{3}").matches("key-1234"));
  }

  static Stream<String> slow() {
    return Stream.of(
        "(a+)+b",
        "(a|a)*b",
        "((a*)*)*b",
        "(?:a?){40}a{40}b",
        "(|)".repeat(150) + "\\z",
        "(a|b|[a-z]|.|a+){200}b");
  }

  @ParameterizedTest
  @MethodSource("slow")
  void anExpressionMadeToRunForEverEndsSoon(String hostile) {
    String input = "a".repeat(5000) + "!";
    assertFalse(
        assertTimeoutPreemptively(ofSeconds(20), () -> BoundedRegex.of(hostile).matches(input)));
  }

  static Stream<String> refused() {
    return Stream.of(
        "a".repeat(513),
        "(a",
        "(a)\\1",
        "(?=a)",
        "$".repeat(400) + "{2000000000}",
        "((a{1000}){1000}){1000}",
        "((a{0,1000})*){3,1000}",
        "(?:a{1000}|b){1000}",
        "a{99999999999}",
        "(?:" + "ab".repeat(200) + "){1000}",
        "(".repeat(256) + ")".repeat(255));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsFaultyOrTooLargeIsRefused(String expression) {
    assertTimeoutPreemptively(
        ofSeconds(20),
        () -> assertThrows(IllegalArgumentException.class, () -> BoundedRegex.of(expression)));
  }

  @Test
  void aTextThatIsTooLongDoesNotMatch() {
    assertTrue(BoundedRegex.of(".*").matches("a".repeat(BoundedRegex.MAX_INPUT)));
    assertFalse(BoundedRegex.of(".*").matches("a".repeat(BoundedRegex.MAX_INPUT + 1)));
  }
}
