package io.keyarbor.template;

import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.TextTemplate.Filter;
import io.keyarbor.template.TextTemplate.Segment;
import io.keyarbor.template.TextTemplate.Segment.Placeholder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what makes a well-formed template useless or dangerous: names that lead nowhere, secrets in
 * addresses, tests that cannot tell a wrong secret from a right one.
 */
public final class TemplateLint {
  /** The filters that a placeholder may have. */
  public static final Set<String> FILTERS =
      Set.of("url", "path", "base64", "xml", "json", "host", "origin");

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
    Map<String, Boolean> names = new HashMap<>();
    template.fields().forEach(f -> names.merge(f.name(), f.secret(), Boolean::logicalOr));
    checkPlain("summary", template.summary(), names, found);
    checkPlain("create_key_url", template.createKeyUrl(), names, found);
    template.env().forEach(e -> checkNames(e.name(), e.value(), names.keySet(), found));
    for (ProbeSpec probe : template.probes()) {
      checkProbe(template, probe, found);
    }
    return found;
  }

  private void checkProbe(ServiceTemplate template, ProbeSpec probe, List<String> found) {
    String where = probe.when().map(w -> "probe of " + w.value()).orElse("probe");
    Map<String, Boolean> names = new HashMap<>();
    template.fields().stream()
        .filter(f -> f.when().isEmpty() || probe.when().isEmpty() || f.when().equals(probe.when()))
        .forEach(f -> names.put(f.name(), f.secret()));
    boolean carriesSecret = false;
    for (Step step : probe.steps()) {
      String place = where + ", step " + step.id();
      checkPlain(place, step.url(), names, found);
      List<String> texts = otherTexts(step);
      texts.forEach(text -> checkNames(place, text, names.keySet(), found));
      carriesSecret |=
          texts.stream()
              .flatMap(text -> TextTemplate.names(text).stream())
              .anyMatch(name -> names.getOrDefault(name, false));
      for (Capture capture : step.captures()) {
        names.put(capture.name(), capture.secret());
      }
    }
    rules.check(where, probe, carriesSecret, found);
  }

  /** A text that others may see: an address, a line in a list. */
  private static void checkPlain(
      String place, String text, Map<String, Boolean> names, List<String> found) {
    checkNames(place, text, names.keySet(), found);
    for (String name : TextTemplate.names(text)) {
      if (names.getOrDefault(name, false)) {
        found.add(place + ": the secret " + name + " would be seen by others");
      }
    }
  }

  private static void checkNames(String place, String text, Set<String> names, List<String> found) {
    for (Segment segment : TextTemplate.parse(text)) {
      if (segment instanceof Placeholder placeholder) {
        if (!names.contains(placeholder.name())) {
          found.add(place + ": no field or earlier capture is called " + placeholder.name());
        }
        for (Filter filter : placeholder.filters()) {
          if (!FILTERS.contains(filter.name())) {
            found.add(place + ": there is no filter " + filter.name());
          }
        }
      }
    }
  }

  private static List<String> otherTexts(Step step) {
    return Stream.<Collection<String>>of(
            step.headers().values(),
            step.form().values(),
            List.of(step.body()),
            step.signer().map(s -> s.with().values()).orElse(List.of()))
        .flatMap(Collection::stream)
        .toList();
  }
}
