package io.keyarbor.probe.engine;

import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ProbeSpec;
import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Signer;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.ServiceTemplate;
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

  /** The first probe of {@code template} that fits what the person chose. */
  static Optional<Plan> of(ServiceTemplate template, FieldValues values) {
    return template.probes().stream()
        .filter(probe -> fits(probe, values))
        .findFirst()
        .map(Plan::of);
  }

  private static Plan of(ProbeSpec probe) {
    List<Step> all = probe.steps().stream().flatMap(Plan::expand).toList();
    return new Plan(
        probe,
        all.stream().filter(step -> !step.always()).toList(),
        all.stream().filter(Step::always).toList());
  }

  private static boolean fits(ProbeSpec probe, FieldValues values) {
    return probe
        .when()
        .map(when -> when.value().equals(values.plain().get(when.field())))
        .orElse(true);
  }

  /** All steps, clean-up last. */
  List<Step> all() {
    return Stream.concat(steps.stream(), cleanUp.stream()).toList();
  }

  /** All addresses that a request may go to. */
  List<String> urls() {
    return all().stream().map(Step::url).toList();
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
        step.headers(),
        step.form(),
        step.body(),
        signer,
        step.captures(),
        step.expect(),
        step.always());
  }

  /** Whether the run goes on after this status. */
  static boolean goesOn(Step step, int status) {
    return (step.expect().isEmpty() ? SUCCESS : step.expect()).contains(status);
  }
}
