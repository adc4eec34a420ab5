package io.keyarbor.template;

import io.keyarbor.template.EnvName.EnvValue;
import io.keyarbor.template.FieldSpec.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what makes a well-formed template useless or dangerous: names that lead nowhere, secrets in
 * addresses, hosts that are not allowed, tests that cannot tell a wrong secret from a right one.
 */
public final class TemplateLint {
  /** The filters that a placeholder may have. */
  public static final Set<String> FILTERS =
      Arrays.stream(FilterKind.values())
          .map(FilterKind::code)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> TEST_KINDS = Set.of("identity", "expiry", "scopes", "models");
  private static final Set<String> USAGE_KINDS =
      Set.of("identity", "expiry", "scopes", "models", "spend", "limit", "remaining");

  private final RuleLint rules;

  /**
   * @param reasons all codes of reasons
   * @param refusals those of them that mean that the secret is wrong
   */
  public TemplateLint(Set<String> reasons, Set<String> refusals) {
    this.rules = new RuleLint(reasons, refusals);
  }

  /** What is wrong, each a sentence; empty if nothing. */
  public List<String> check(ServiceTemplate template) {
    List<String> found = new ArrayList<>();
    TextLint texts = new TextLint(template.fields(), found);
    texts.checkPlain("summary", template.summary());
    texts.checkPlain("create_key_url", template.createKeyUrl());
    for (EnvName env : template.env()) {
      contents(env.value()).forEach(text -> texts.check(env.name(), text));
    }
    for (int i = 0; i < template.probes().size(); i++) {
      checkProbe(template, i, found);
    }
    template.models().forEach(r -> checkReading(template, "models", r, TEST_KINDS, found));
    template.usage().forEach(r -> checkReading(template, "usage", r, USAGE_KINDS, found));
    template
        .rotation()
        .ifPresent(r -> r.calls().forEach(calls -> checkRenewal(template, calls, found)));
    return found;
  }

  private void checkProbe(ServiceTemplate template, int index, List<String> found) {
    ProbeSpec probe = template.probes().get(index);
    String where = named("probe", probe.when());
    StepLint steps = steps(template, probe.when(), List.of(), probe.hosts(), found);
    boolean carriesSecret = steps.check(where, probe.steps());
    steps.checkExtracts(where, probe.extract(), TEST_KINDS);
    rules.check(where, probe, carriesSecret, found);
    boolean hasNext =
        template.probes().stream()
            .skip(index + 1L)
            .anyMatch(next -> next.when().isEmpty() || next.when().equals(probe.when()));
    if (!probe.fallbackOn().isEmpty() && !hasNext) {
      found.add(where + ": fallback_on has no probe to fall back to");
    }
  }

  private static void checkReading(
      ServiceTemplate template,
      String name,
      Reading reading,
      Set<String> kinds,
      List<String> found) {
    String where = named(name, reading.when());
    StepLint steps = steps(template, reading.when(), reading.fields(), reading.hosts(), found);
    steps.check(where, reading.steps());
    steps.checkExtracts(where, reading.extract(), kinds);
  }

  private static void checkRenewal(
      ServiceTemplate template, Rotation.Calls calls, List<String> found) {
    String where = named("rotation", calls.when());
    TextLint texts = new TextLint(visible(template, calls.when(), calls.fields()), found);
    StepLint steps = new StepLint(texts, calls.hosts(), hasAddress(template));
    steps.check(where, calls.create());
    for (Map.Entry<String, String> result : calls.result().entrySet()) {
      texts.check(where + ", result", result.getValue());
      if (template.fields().stream().noneMatch(f -> f.name().equals(result.getKey()))) {
        found.add(where + ": the form has no field " + result.getKey());
      }
    }
    steps.check(where, calls.revoke());
  }

  private static StepLint steps(
      ServiceTemplate template,
      Optional<Condition> when,
      List<FieldSpec> besides,
      List<String> hosts,
      List<String> found) {
    return new StepLint(
        new TextLint(visible(template, when, besides), found), hosts, hasAddress(template));
  }

  /** The fields that are there whenever the choice is made. */
  private static List<FieldSpec> visible(
      ServiceTemplate template, Optional<Condition> when, List<FieldSpec> besides) {
    return Stream.concat(
            template.fields().stream()
                .filter(f -> f.when().isEmpty() || when.isEmpty() || f.when().equals(when)),
            besides.stream())
        .toList();
  }

  private static boolean hasAddress(ServiceTemplate template) {
    return template.fields().stream().anyMatch(f -> f.type() == FieldType.URL);
  }

  private static String named(String part, Optional<Condition> when) {
    return when.map(w -> part + " of " + w.value()).orElse(part);
  }

  private static Collection<String> contents(EnvValue value) {
    return switch (value) {
      case EnvValue.Text(String text) -> List.of(text);
      case EnvValue.File(_, String content) -> List.of(content);
      case EnvValue.Folder(Map<String, String> files) -> files.values();
    };
  }
}
