package io.keyarbor.probe.engine;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.template.BoundedRegex;
import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ProbeSpec;
import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Signer;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.Reading;
import io.keyarbor.template.ServiceTemplate;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The steps of one run.
 *
 * @param steps in order, without clean-up
 * @param cleanUp those that run whatever happened
 */
record Plan(ProbeSpec probe, List<Step> steps, List<Step> cleanUp) {
  private static final String TOKEN_STEP = "token";
  private static final String TOKEN = "oauth2-access-token";
  private static final List<Integer> SUCCESS = IntStream.range(200, 300).boxed().toList();

  /** The first probe of {@code template} that fits what the person gave. */
  static Optional<Plan> of(ServiceTemplate template, FieldValues values) {
    return chain(template, values).stream().findFirst();
  }

  /** The first that fits, and as long as one may fall back, the next that does. */
  static List<Plan> chain(ServiceTemplate template, FieldValues values) {
    List<Plan> chain = new ArrayList<>();
    for (ProbeSpec probe : template.probes()) {
      boolean isNext = chain.isEmpty() || !chain.getLast().probe().fallbackOn().isEmpty();
      if (isNext && fits(probe, values)) {
        chain.add(of(probe));
      }
    }
    return List.copyOf(chain);
  }

  /** The first reading that fits, as a plan that decides nothing. */
  static Optional<Plan> reading(List<Reading> readings, FieldValues values) {
    return readings.stream()
        .filter(reading -> isChosen(reading.when(), values))
        .findFirst()
        .map(reading ->
            of(
                new ProbeSpec(
                    reading.when(),
                    Map.of(),
                    List.of(),
                    reading.hosts(),
                    reading.steps(),
                    List.of(),
                    reading.extract(),
                    false,
                    0,
                    "")));
  }

  private static Plan of(ProbeSpec probe) {
    List<Step> all = probe.steps().stream().flatMap(Plan::expand).toList();
    return new Plan(
        probe,
        all.stream().filter(step -> !step.always()).toList(),
        all.stream().filter(Step::always).toList());
  }

  private static boolean fits(ProbeSpec probe, FieldValues values) {
    return isChosen(probe.when(), values)
        && probe.matching().entrySet().stream()
            .allMatch(e -> matches(values, e.getKey(), BoundedRegex.of(e.getValue())));
  }

  private static boolean isChosen(Optional<Condition> when, FieldValues values) {
    return when.map(w -> w.value().equals(values.plain().get(w.field()))).orElse(true);
  }

  private static boolean matches(FieldValues values, String field, BoundedRegex regex) {
    Secret secret = values.secrets().get(field);
    return secret == null
        ? regex.matches(values.plain().getOrDefault(field, ""))
        : secret.<Boolean, RuntimeException>useChars(
            chars -> regex.matches(CharBuffer.wrap(chars)));
  }

  /** All steps, clean-up last. */
  List<Step> all() {
    return Stream.concat(steps.stream(), cleanUp.stream()).toList();
  }

  /** A client's own token (RFC 6749, section 4.4) is one step more, which others can look at. */
  private static Stream<Step> expand(Step step) {
    return step.signer()
        .filter(signer -> signer.type().equals("oauth2-client"))
        .map(signer -> Stream.of(tokenStep(signer.with()), bearing(step)))
        .orElse(Stream.of(step));
  }

  private static Step tokenStep(Map<String, String> with) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    for (String name : List.of("client_id", "client_secret", "scope")) {
      if (with.containsKey(name)) {
        form.put(name, with.get(name));
      }
    }
    return new Step(
        TOKEN_STEP,
        "POST",
        with.getOrDefault("token_url", ""),
        "",
        Optional.empty(),
        Map.of("Accept", "application/json"),
        form,
        "",
        Optional.empty(),
        List.of(new Capture(TOKEN, "json", "/access_token", true)),
        SUCCESS,
        false);
  }

  private static Step bearing(Step step) {
    return signedBy(step, Optional.of(new Signer("bearer", Map.of("token", "{" + TOKEN + "}"))));
  }

  /** The same step, signed otherwise. */
  static Step signedBy(Step step, Optional<Signer> signer) {
    return new Step(
        step.id(),
        step.method(),
        step.url(),
        step.unixSocket(),
        step.transport(),
        step.headers(),
        step.form(),
        step.body(),
        signer,
        step.captures(),
        step.expect(),
        step.always());
  }

  /** Whether the run goes on after this answer. */
  static boolean goesOn(Step step, Answer answer) {
    if (answer.isError()) {
      return false;
    }
    if (step.transport().isEmpty()) {
      return (step.expect().isEmpty() ? SUCCESS : step.expect()).contains(answer.status());
    }
    return step.expect().isEmpty()
        ? answer.hasCode("ok")
        : step.expect().stream().anyMatch(code -> answer.hasCode(String.valueOf(code)));
  }

  /** Whether this answer to the first step means that another probe is the right one. */
  boolean fallsBack(Answer answer) {
    return !answer.isError()
        && probe.fallbackOn().stream()
            .anyMatch(c -> answer.hasCode(c) || c.equals(String.valueOf(answer.status())));
  }
}
