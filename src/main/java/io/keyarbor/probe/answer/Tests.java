package io.keyarbor.probe.answer;

import io.keyarbor.template.BoundedRegex;
import io.keyarbor.template.ProbeSpec.Test;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/**
 * Tests of values. Several values pass if one does, but for {@code absent}, {@code empty} and
 * {@code ne}, which all must. What is not there passes only {@code absent}.
 */
final class Tests {
  private static final int LONGEST_NUMBER = 40;

  private Tests() {}

  /** Whether what was found in JSON passes. A null is absent, and empty where it was found. */
  static boolean json(List<JsonNode> found, Test test) {
    List<JsonNode> present = found.stream().filter(node -> !node.isNull()).toList();
    if (test.op().equals("empty")) {
      return !found.isEmpty()
          && present.stream()
              .allMatch(n -> n.isContainer() ? n.isEmpty() : JsonPath.text(n).isEmpty());
    }
    return texts(present.stream().map(JsonPath::text).toList(), test);
  }

  /** Whether the texts that were found pass. */
  static boolean texts(List<String> found, Test test) {
    return switch (test.op()) {
      case "exists" -> !found.isEmpty();
      case "absent" -> found.isEmpty();
      case "empty" -> !found.isEmpty() && found.stream().allMatch(String::isEmpty);
      case "eq", "in" -> any(found, test, String::equals);
      case "ne" -> !found.isEmpty() && !any(found, test, String::equals);
      case "starts_with" -> any(found, test, String::startsWith);
      case "contains" -> any(found, test, String::contains);
      case "matches" -> any(found, test, (text, regex) -> BoundedRegex.of(regex).matches(text));
      case "lt" -> compares(found, test, order -> order < 0);
      case "lte" -> compares(found, test, order -> order <= 0);
      case "gt" -> compares(found, test, order -> order > 0);
      case "gte" -> compares(found, test, order -> order >= 0);
      default -> false;
    };
  }

  private static boolean any(List<String> found, Test test, BiPredicate<String, String> predicate) {
    return found.stream()
        .anyMatch(text -> test.operands().stream().anyMatch(op -> predicate.test(text, op)));
  }

  private static boolean compares(List<String> found, Test test, IntPredicate wanted) {
    return any(
        found,
        test,
        (text, operand) -> {
          Optional<BigDecimal> left = number(text);
          Optional<BigDecimal> right = number(operand);
          return left.isPresent()
              && right.isPresent()
              && wanted.test(left.get().compareTo(right.get()));
        });
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return text.length() > LONGEST_NUMBER
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
