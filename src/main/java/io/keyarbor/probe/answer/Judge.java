package io.keyarbor.probe.answer;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.template.ProbeSpec.Rule;
import io.keyarbor.template.ProbeSpec.Test;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Decides what an answer means for the secret: the template's rules in order, then the defaults.
 */
public record Judge(List<Rule> rules) {
  /** What {@code answer} means. Never that the secret is right, unless a rule says so. */
  public Judgement judge(Answer answer) {
    return deciding(answer)
        .map(rule -> judgement(rule, answer))
        .orElseGet(() -> {
          Reason reason = Defaults.reason(answer);
          return new Judgement(reason, Sentences.of(answer, reason));
        });
  }

  /** The rule that decides; empty if none fits, so that the defaults do. */
  public Optional<Rule> deciding(Answer answer) {
    JsonNode body = JsonPath.parse(answer.body());
    Xml xml = new Xml(answer.body());
    return rules.stream()
        .filter(rule -> holds(rule, answer, body, xml))
        .filter(rule -> Reason.of(rule.reason()).filter(r -> mayDecide(r, answer)).isPresent())
        .findFirst();
  }

  private static Judgement judgement(Rule rule, Answer answer) {
    Reason reason = Reason.of(rule.reason()).orElseThrow();
    return new Judgement(
        reason, rule.says().isEmpty() ? Sentences.of(answer, reason) : rule.says());
  }

  /** Something that went wrong proves no secret right, whatever a template says. */
  private static boolean mayDecide(Reason reason, Answer answer) {
    return reason.outcome() != Outcome.VALID || !answer.isError();
  }

  private static boolean holds(Rule rule, Answer answer, JsonNode body, Xml xml) {
    return (rule.step().isEmpty() || rule.step().equals(answer.step()))
        && errorFits(rule, answer)
        && (rule.status().isEmpty() || rule.status().contains(answer.status()))
        && (rule.codes().isEmpty() || rule.codes().stream().anyMatch(answer::hasCode))
        && (rule.bodyContains().isEmpty()
            || rule.bodyContains().stream().anyMatch(answer.body()::contains))
        && rule.json().entrySet().stream()
            .allMatch(e -> Tests.json(JsonPath.find(body, e.getKey()), e.getValue()))
        && rule.xpath().entrySet().stream()
            .allMatch(e -> Tests.texts(xml.find(e.getKey()), e.getValue()))
        && rule.headers().entrySet().stream().allMatch(e -> headerPasses(answer, e));
  }

  /** A rule without error classes speaks of answers; of a redirect only if it names its status. */
  private static boolean errorFits(Rule rule, Answer answer) {
    if (!rule.errors().isEmpty()) {
      return rule.errors().contains(answer.errorClass())
          || (answer.refusesCertificate() && rule.errors().contains("handshake"));
    }
    return !answer.isError() || (answer.status() > 0 && !rule.status().isEmpty());
  }

  private static boolean headerPasses(Answer answer, Map.Entry<String, Test> test) {
    return Tests.texts(answer.header(test.getKey()).stream().toList(), test.getValue());
  }
}
