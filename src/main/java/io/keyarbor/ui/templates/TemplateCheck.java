package io.keyarbor.ui.templates;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.template.TemplateFault;
import io.keyarbor.template.TemplateLint;
import io.keyarbor.template.TemplateParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds a template against the language: its form, then its sense. Any thread, but not quick. */
final class TemplateCheck {
  private final TemplateParser parser = new TemplateParser();
  private final TemplateLint lint =
      new TemplateLint(codes(reason -> true), codes(r -> r.outcome() == Outcome.INVALID));

  /**
   * What was found.
   *
   * @param template empty if there are faults
   * @param faults that keep it from being used
   * @param doubts what makes it useless or dangerous all the same, each a sentence
   */
  record Result(
      Optional<ServiceTemplate> template, List<TemplateFault> faults, List<String> doubts) {}

  /** Checks {@code text}, which lies in the file {@code name}. */
  Result check(String name, String text) {
    var parsed = parser.parse(name, text.getBytes(StandardCharsets.UTF_8));
    List<String> doubts = parsed.template().map(lint::check).orElse(List.of());
    return new Result(parsed.template(), parsed.faults(), doubts);
  }

  private static Set<String> codes(Predicate<Reason> wanted) {
    return Arrays.stream(Reason.values())
        .filter(wanted)
        .map(Reason::code)
        .collect(Collectors.toSet());
  }
}
