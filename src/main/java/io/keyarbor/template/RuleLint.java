package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks whether the rules of a probe can do their work. */
record RuleLint(Set<String> reasons, Set<String> refusals) {
  /**
   * @param carriesSecret whether the probe sends a secret at all; one that does not can neither
   *     prove nor refuse any
   */
  void check(String where, ProbeSpec probe, boolean carriesSecret, List<String> found) {
    List<Rule> rules = probe.rules();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (!reasons.contains(rule.reason())) {
        found.add(where + ": there is no reason " + rule.reason());
      }
      if (rules.subList(0, i).stream().anyMatch(before -> covers(before, rule))) {
        found.add(where + ": rule " + (i + 1) + " is never reached");
      }
      if (rule.reason().equals("ok") && isCatchAll(rule)) {
        found.add(where + ": any answer would be taken for a success");
      }
    }
    boolean succeeds = rules.stream().anyMatch(r -> r.reason().equals("ok"));
    boolean refuses = rules.stream().anyMatch(r -> refusals.contains(r.reason()));
    if (carriesSecret && !succeeds) {
      found.add(where + ": no rule says when the secret is right");
    }
    if (carriesSecret && !refuses) {
      found.add(where + ": no rule says when the secret is wrong");
    }
    if (!carriesSecret && (succeeds || refuses)) {
      found.add(where + ": sends no secret, so it can say nothing about one");
    }
  }

  private static boolean isCatchAll(Rule rule) {
    return rule.status().isEmpty() && looksAtStatusAlone(rule);
  }

  private static boolean looksAtStatusAlone(Rule rule) {
    return rule.errors().isEmpty()
        && rule.bodyContains().isEmpty()
        && rule.json().isEmpty()
        && rule.headers().isEmpty();
  }

  /** Whether all that {@code rule} matches was matched by {@code before} already. */
  private static boolean covers(Rule before, Rule rule) {
    boolean sameStep = before.step().isEmpty() || before.step().equals(rule.step());
    boolean sameStatus =
        before.status().isEmpty()
            || (!rule.status().isEmpty()
                && new HashSet<>(before.status()).containsAll(rule.status()));
    boolean sameKind = before.errors().isEmpty() == rule.errors().isEmpty();
    return sameStep && sameStatus && sameKind && looksAtStatusAlone(before);
  }
}
