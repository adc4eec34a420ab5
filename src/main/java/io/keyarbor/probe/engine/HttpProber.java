package io.keyarbor.probe.engine;

import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.answer.Findings;
import io.keyarbor.probe.answer.Judgement;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Courier;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.probe.sign.Signers;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ServerTrust;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.ServiceTemplate;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests credentials over HTTP. It keeps nothing of a test but when it may be run again. */
public final class HttpProber implements Prober {
  private final Limits limits;
  private final Clock clock;
  private final Calls calls;
  private final Intervals intervals;

  /** With the standard limits and the system's clock. */
  public HttpProber() {
    this(Limits.standard(), Clock.systemUTC());
  }

  /** With limits and a clock of one's own. */
  public HttpProber(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.calls = new Calls(new Signers(clock));
    this.intervals = new Intervals(clock);
  }

  @Override
  public Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    Optional<Plan> found = Plan.of(template, values);
    if (found.isEmpty()) {
      return nothingSent(Reason.NOT_TESTABLE, "There is no test for this kind of secret.");
    }
    Plan plan = found.get();
    Duration pause = Duration.ofSeconds(plan.probe().minIntervalSeconds());
    ByteBuffer credential = intervals.of(template, values);
    Deadline end = Deadline.in(limits.whole());
    Duration wait = intervals.await(credential, pause, limits.whole().dividedBy(2));
    if (wait.isPositive()) {
      return nothingSent(
          Reason.RATE_LIMITED,
          "This service wants a pause between two tests. Test again in "
              + wait.plusMillis(999).toSeconds()
              + " seconds; nothing was sent.");
    }
    Verdict verdict = run(plan, new Inputs(template, values), template, trust, end);
    intervals.ended(credential, verdict.took().isZero() ? Duration.ZERO : pause);
    return verdict;
  }

  private Verdict run(
      Plan plan, Inputs inputs, ServiceTemplate template, TlsTrust trust, Deadline end)
      throws InterruptedException {
    long start = System.nanoTime();
    AllowedHosts hosts = new AllowedHosts(template, plan.probe(), plan.urls(), inputs);
    try (Courier courier = new Courier(limits, ServerTrust.of(trust))) {
      Run run = new Run(plan, inputs, calls, hosts, courier);
      Run.Result result = run.result(end.left());
      return verdict(
          result, run.sent() ? Duration.ofNanos(System.nanoTime() - start) : Duration.ZERO);
    } catch (BadInput e) {
      return nothingSent(Reason.NOT_TESTABLE, e.getMessage());
    }
  }

  private Verdict nothingSent(Reason reason, String detail) {
    return verdict(
        new Run.Result(new Judgement(reason, detail), Findings.none(), Optional.empty()),
        Duration.ZERO);
  }

  private Verdict verdict(Run.Result result, Duration took) {
    Findings findings = result.findings();
    return new Verdict(
        result.judgement().reason(),
        result.judgement().detail(),
        clock.instant(),
        took,
        findings.identity(),
        findings.scopes(),
        findings.expiry(),
        findings.models(),
        result.certificate());
  }

  @Override
  public List<PlannedRequest> preview(ServiceTemplate template, FieldValues values) {
    return Plan.of(template, values)
        .map(plan -> plan.all().stream().map(step -> planned(step, plan, values)).toList())
        .orElse(List.of());
  }

  private PlannedRequest planned(Step step, Plan plan, FieldValues values) {
    try {
      Call call = calls.make(step, new Masked(values, plan.all()));
      return new PlannedRequest(
          step.id(), call.method(), call.url(), call.headers(), call.body(), call.isSecret());
    } catch (BadInput e) {
      return new PlannedRequest(
          step.id(), step.method(), step.url(), Map.of(), e.getMessage(), false);
    }
  }
}
