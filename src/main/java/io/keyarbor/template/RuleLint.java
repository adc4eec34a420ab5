package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Rule;
import io.keyarbor.template.ProbeSpec.Step;
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
      String never = unreachable(probe, rule);
      if (!never.isEmpty()) {
        found.add(where + ": rule " + (i + 1) + " can never fit: " + never);
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
    return rule.status().isEmpty() && rule.codes().isEmpty() && looksAtStatusAlone(rule);
  }

  private static boolean looksAtStatusAlone(Rule rule) {
    return rule.errors().isEmpty()
        && rule.xpath().isEmpty()
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
    boolean sameCode =
        before.codes().isEmpty()
            || (!rule.codes().isEmpty()
                && rule.codes().stream().allMatch(c -> standsFor(before.codes(), c)));
    boolean sameKind = before.errors().isEmpty() == rule.errors().isEmpty();
    return sameStep && sameStatus && sameCode && sameKind && looksAtStatusAlone(before);
  }

  /** {@code 49} stands for {@code 49/532} too. */
  private static boolean standsFor(List<String> codes, String code) {
    return codes.stream().anyMatch(c -> code.equals(c) || code.startsWith(c + "/"));
  }

  /** Why no answer can fit the rule; empty if one can. */
  private static String unreachable(ProbeSpec probe, Rule rule) {
    if (probe.steps().stream().anyMatch(s -> s.always() && s.id().equals(rule.step()))) {
      return "the step " + rule.step() + " cleans up and decides nothing";
    }
    boolean fetches =
        probe.steps().stream()
            .flatMap(s -> s.signer().stream())
            .anyMatch(s -> s.type().equals("oauth2-client"));
    List<Step> steps =
        probe.steps().stream()
            .filter(s -> !s.always())
            .filter(s -> rule.step().isEmpty() || rule.step().equals(s.id()))
            .toList();
    boolean isHttp = fetches || steps.stream().anyMatch(s -> s.transport().isEmpty());
    boolean isOther = steps.stream().anyMatch(s -> s.transport().isPresent());
    if (steps.isEmpty() && !fetches) {
      return "no step is called " + rule.step();
    }
    if (!rule.codes().isEmpty() && !isOther) {
      return "an answer over HTTP has a status and no code";
    }
    boolean asksHttp =
        !rule.status().isEmpty() || !rule.headers().isEmpty() || !rule.xpath().isEmpty();
    if (asksHttp && !isHttp) {
      return "an answer of a transport has a code, and no status, headers or XML";
    }
    return rule.codes().isEmpty() || rule.status().isEmpty()
        ? ""
        : "no answer has both a status and a code";
  }
}
