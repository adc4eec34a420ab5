package io.keyarbor.probe.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.answer.Judge;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ProbeSpec;
import io.keyarbor.template.ProbeSpec.Rule;
import io.keyarbor.template.ServiceTemplate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What each service is documented to answer leads to the right verdict: every request is exactly
 * the one that is expected, and every rule of every template decides at least once.
 */
class ExchangesTest {
  private static final JsonCatalogue CATALOGUE = JsonCatalogue.bundled();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  /** What came of an example. */
  private record Outcomes(Verdict verdict, ScriptedCarrier network, ProbeSpec probe) {
    /** The answer that decided: the last that is not one to a clean-up. */
    Answer deciding() {
      return network.answers().stream()
          .filter(a -> probe.steps().stream().noneMatch(s -> s.always() && s.id().equals(a.step())))
          .reduce((first, second) -> second)
          .orElseThrow();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleGetsItsVerdict() {
    return CATALOGUE.all().stream()
        .flatMap(template -> Example.of(template).stream())
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> hold(example)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleDecidesInAnExample() {
    return tested()
        .map(t -> DynamicTest.dynamicTest(t.serviceType(), () -> assertAllRulesReached(t)));
  }

  @TestFactory
  Stream<DynamicTest> everyTestRefusesABogusKeyInAnExample() {
    return tested()
        .map(t -> DynamicTest.dynamicTest(t.serviceType(), () -> assertEveryProbeRefuses(t)));
  }

  @Test
  void noExampleIsWithoutItsTemplate() throws Exception {
    assertEquals(List.of(), Example.strays(CATALOGUE));
  }

  private static Stream<ServiceTemplate> tested() {
    return CATALOGUE.all().stream().filter(t -> !t.probes().isEmpty());
  }

  private static void hold(Example example) throws Exception {
    Outcomes outcomes = run(example, example.given().path("made_up"));
    Verdict verdict = outcomes.verdict();
    JsonNode expected = example.verdict();
    assertEquals(
        expected.path("reason").asString(""),
        verdict.reason().code(),
        example.name() + ": " + verdict.detail());
    outcomes.network().finish();
    assertTrue(
        verdict.detail().contains(expected.path("says").asString("")),
        example.name() + ": " + verdict.detail());
    if (expected.has("identity")) {
      assertEquals(pairs(expected.path("identity")), verdict.identity(), example.name());
    }
    if (expected.has("scopes")) {
      assertEquals(texts(expected.path("scopes")), verdict.scopes(), example.name());
    }
    if (expected.has("models")) {
      assertEquals(texts(expected.path("models")), verdict.models(), example.name());
    }
    if (expected.has("expiry")) {
      assertEquals(expected.path("expiry").asString(), text(verdict.expiry()), example.name());
    }
    if (verdict.outcome() == Outcome.VALID && outcomes.network().controlled()) {
      assertOpenIfAnythingGoes(example);
    }
  }

  /** A server that takes a made-up secret as it took the right one proves nothing. */
  private static void assertOpenIfAnythingGoes(Example example) throws Exception {
    JsonNode good =
        example.requests().stream()
            .filter(e -> example.requests().indexOf(e) == lastDeciding(example))
            .findFirst()
            .orElseThrow()
            .path("answer");
    assertEquals(Reason.OPEN_ACCESS, run(example, good).verdict().reason(), example.name());
  }

  private static int lastDeciding(Example example) {
    ProbeSpec probe = probe(example);
    List<JsonNode> requests = example.requests();
    for (int i = requests.size() - 1; i >= 0; i--) {
      String step = requests.get(i).path("request").path("step").asString("");
      if (probe.steps().stream().noneMatch(s -> s.always() && s.id().equals(step))) {
        return i;
      }
    }
    throw new AssertionError(example.name() + ": no step decides");
  }

  private static void assertAllRulesReached(ServiceTemplate template) throws Exception {
    Set<Rule> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Example example : Example.of(template)) {
      Outcomes outcomes = run(example, example.given().path("made_up"));
      new Judge(outcomes.probe().rules()).deciding(outcomes.deciding()).ifPresent(reached::add);
    }
    List<String> missing = new ArrayList<>();
    for (ProbeSpec probe : template.probes()) {
      for (int i = 0; i < probe.rules().size(); i++) {
        if (!reached.contains(probe.rules().get(i))) {
          missing.add(named(template, probe) + " rule " + (i + 1) + ": " + probe.rules().get(i));
        }
      }
    }
    assertEquals(List.of(), missing, template.serviceType() + ": rules that no example reaches");
  }

  private static void assertEveryProbeRefuses(ServiceTemplate template) throws Exception {
    Set<ProbeSpec> refusing = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<ProbeSpec> sending = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Example example : Example.of(template)) {
      Outcomes outcomes = run(example, example.given().path("made_up"));
      if (!example.secrets().isEmpty()) {
        sending.add(outcomes.probe());
      }
      if (outcomes.verdict().outcome() == Outcome.INVALID) {
        refusing.add(outcomes.probe());
      }
    }
    for (ProbeSpec probe : sending) {
      assertTrue(refusing.contains(probe), named(template, probe) + ": no example refuses a key");
    }
  }

  private static String named(ServiceTemplate template, ProbeSpec probe) {
    return template.serviceType() + ", probe " + (template.probes().indexOf(probe) + 1);
  }

  private static Outcomes run(Example example, JsonNode madeUp) throws Exception {
    FormModel form = new FormModel(example.template());
    example.fields().forEach(form::set);
    assertEquals(List.of(), form.faults(example.secrets().keySet()), example.name());
    AtomicReference<ScriptedCarrier> network = new AtomicReference<>();
    TemplateProber prober =
        new TemplateProber(
            Limits.standard(),
            CLOCK,
            trust -> {
              network.set(new ScriptedCarrier(example, madeUp));
              return network.get();
            });
    try (FieldValues values = Given.values(form.values(), example.secrets())) {
      Verdict verdict = prober.test(example.template(), values, Given.SYSTEM);
      assertNotEquals(null, network.get(), example.name() + ": " + verdict.detail());
      return new Outcomes(verdict, network.get(), probe(example));
    }
  }

  /** The probe that decides: the first that fits, or the one that the example names. */
  private static ProbeSpec probe(Example example) {
    int number = example.given().path("probe").asInt(0);
    if (number > 0) {
      return example.template().probes().get(number - 1);
    }
    FormModel form = new FormModel(example.template());
    example.fields().forEach(form::set);
    try (FieldValues values = Given.values(form.values(), example.secrets())) {
      return Plan.of(example.template(), values).orElseThrow().probe();
    }
  }

  private static String text(Expiry expiry) {
    return switch (expiry) {
      case Expiry.At(Instant when) -> when.toString();
      case Expiry.Never() -> "never";
      case Expiry.Unknown() -> "unknown";
    };
  }

  private static Map<String, String> pairs(JsonNode object) {
    Map<String, String> pairs = new LinkedHashMap<>();
    object.properties().forEach(e -> pairs.put(e.getKey(), e.getValue().asString()));
    return pairs;
  }

  private static List<String> texts(JsonNode array) {
    return array.values().stream().map(JsonNode::asString).toList();
  }
}
