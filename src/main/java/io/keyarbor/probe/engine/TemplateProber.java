package io.keyarbor.probe.engine;

import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.answer.Findings;
import io.keyarbor.probe.http.Carrier;
import io.keyarbor.probe.http.Limits;
import io.keyarbor.probe.sign.Signers;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Values;
import io.keyarbor.probe.tls.ServerTrust;
import io.keyarbor.probe.transport.all.Transports;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ProbeSpec.Step;
import io.keyarbor.template.ServiceTemplate;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tests credentials as their templates say, over whatever protocol. It keeps nothing of a test but
 * when it may be run again.
 */
public final class TemplateProber implements Prober {
  private final Limits limits;
  private final Clock clock;
  private final Function<ServerTrust, Carrier> carriers;
  private final Calls calls;
  private final Intervals intervals;

  /** With the standard limits and the system's clock. */
  public TemplateProber() {
    this(Limits.standard(), Clock.systemUTC());
  }

  /** With limits and a clock of one's own. */
  public TemplateProber(Limits limits, Clock clock) {
    this(limits, clock, trust -> new Network(limits, clock, trust, Transports::of));
  }

  /** With another way to send than over the network. */
  TemplateProber(Limits limits, Clock clock, Function<ServerTrust, Carrier> carriers) {
    this.limits = limits;
    this.clock = clock;
    this.carriers = carriers;
    this.calls = new Calls(new Signers(clock));
    this.intervals = new Intervals(clock);
  }

  @Override
  public Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    List<Plan> chain = Plan.chain(template, values);
    if (chain.isEmpty()) {
      return nothingSent(Reason.NOT_TESTABLE, "There is no test for this kind of secret.");
    }
    Duration pause =
        Duration.ofSeconds(
            chain.stream().mapToInt(plan -> plan.probe().minIntervalSeconds()).max().orElse(0));
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
    Verdict verdict = run(chain, template, values, trust, end);
    intervals.ended(credential, verdict.took().isZero() ? Duration.ZERO : pause);
    return verdict;
  }

  private Verdict run(
      List<Plan> chain, ServiceTemplate template, FieldValues values, TlsTrust trust, Deadline end)
      throws InterruptedException {
    long start = System.nanoTime();
    boolean sent = false;
    try (Carrier carrier = carriers.apply(ServerTrust.of(trust))) {
      Run.Result result = Run.FALLS_BACK;
      for (Iterator<Plan> plans = chain.iterator(); result.fallsBack() && plans.hasNext(); ) {
        Plan plan = plans.next();
        Inputs inputs = new Inputs(template.fields(), values);
        AllowedHosts hosts = new AllowedHosts(template.fields(), plan, inputs);
        Run run = new Run(plan, inputs, calls, hosts, carrier, plans.hasNext());
        result = run.result(end.left());
        sent |= run.sent();
      }
      return verdict(result, sent ? Duration.ofNanos(System.nanoTime() - start) : Duration.ZERO);
    } catch (BadInput e) {
      return nothingSent(Reason.NOT_TESTABLE, e.getMessage());
    }
  }

  private Verdict nothingSent(Reason reason, String detail) {
    return verdict(Run.Result.nothing(reason, detail), Duration.ZERO);
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
  public ModelList models(ServiceTemplate template, FieldValues values, TlsTrust trust)
      throws InterruptedException {
    return new Readings(limits, carriers, calls).models(template, values, trust);
  }

  @Override
  public List<PlannedRequest> preview(ServiceTemplate template, FieldValues values) {
    return Plan.chain(template, values).stream()
        .flatMap(plan -> plan.all().stream().map(step -> planned(step, plan, template, values)))
        .toList();
  }

  private PlannedRequest planned(
      Step step, Plan plan, ServiceTemplate template, FieldValues values) {
    try {
      Values shown = new Masked(values, new Inputs(template.fields(), values), plan.all());
      return calls.planned(step, shown);
    } catch (BadInput e) {
      return new PlannedRequest(
          step.id(), step.method(), step.url(), Map.of(), e.getMessage(), false);
    }
  }
}
