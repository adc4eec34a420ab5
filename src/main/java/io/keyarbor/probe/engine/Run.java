package io.keyarbor.probe.engine;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.answer.Finder;
import io.keyarbor.probe.answer.Findings;
import io.keyarbor.probe.answer.Judge;
import io.keyarbor.probe.answer.Judgement;
import io.keyarbor.probe.http.Account;
import io.keyarbor.probe.http.Answer;
import io.keyarbor.probe.http.Call;
import io.keyarbor.probe.http.Carrier;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.text.Value;
import io.keyarbor.probe.text.Values;
import io.keyarbor.probe.tls.ClientIdentity;
import io.keyarbor.probe.tls.ServerTrust.Refusal;
import io.keyarbor.template.ProbeSpec.Capture;
import io.keyarbor.template.ProbeSpec.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of a probe. For one thread, once. */
final class Run {
  /** With these, the service has not looked at the secret that it was sent. */
  private static final Set<Reason> NOT_LOOKED_AT =
      Set.of(Reason.RATE_LIMITED, Reason.SERVER_UNAVAILABLE, Reason.UNREACHABLE);

  /** Says that the next probe is to be run. */
  static final Result FALLS_BACK =
      new Result(new Judgement(Reason.INDETERMINATE, ""), Findings.none(), Optional.empty(), true);

  private final Plan plan;
  private final Inputs inputs;
  private final Calls calls;
  private final AllowedHosts hosts;
  private final Carrier carrier;
  private final boolean mayFallBack;
  private final Judge judge;
  private final List<Answer> answers = new ArrayList<>();
  private Optional<ClientIdentity> identity = Optional.empty();
  private Optional<Account> account = Optional.empty();
  private boolean sent;
  private boolean sentSecret;

  /**
   * What a run found out.
   *
   * @param fallsBack whether another probe is to be run instead, so that this one says nothing
   */
  record Result(
      Judgement judgement,
      Findings findings,
      Optional<ServerCertificate> certificate,
      boolean fallsBack) {
    static Result nothing(Reason reason, String detail) {
      return new Result(new Judgement(reason, detail), Findings.none(), Optional.empty(), false);
    }
  }

  /**
   * @param mayFallBack whether there is a probe to run instead
   */
  Run(
      Plan plan,
      Inputs inputs,
      Calls calls,
      AllowedHosts hosts,
      Carrier carrier,
      boolean mayFallBack) {
    this.mayFallBack = mayFallBack;
    this.plan = plan;
    this.inputs = inputs;
    this.calls = calls;
    this.hosts = hosts;
    this.carrier = carrier;
    this.judge = new Judge(plan.probe().rules());
  }

  /**
   * Sends the steps, decides, cleans up.
   *
   * @param whole the time for all of it; a part is kept for cleaning up
   */
  Result result(Duration whole) throws InterruptedException {
    Deadline end = Deadline.in(whole);
    Deadline steps =
        Deadline.in(plan.cleanUp().isEmpty() ? whole : whole.multipliedBy(4).dividedBy(5));
    Result result;
    try {
      result = decide(steps);
    } catch (BadInput e) {
      result = Result.nothing(Reason.NOT_TESTABLE, e.getMessage());
    }
    if (!result.fallsBack()) {
      cleanUp(end);
    }
    return result;
  }

  /**
   * Sends the steps and reads what they tell, without a verdict. The detail is empty if all went
   * well, and else says why nothing could be read.
   */
  Result read(Duration whole) throws InterruptedException {
    Deadline end = Deadline.in(whole);
    try {
      Step last = sendSteps(end);
      Answer answer = answers.getLast();
      boolean complete = last.equals(plan.steps().getLast()) && Plan.goesOn(last, answer);
      return complete
          ? new Result(
              new Judgement(Reason.OK, ""),
              inputs.findings(plan.probe().extract(), answers),
              Optional.empty(),
              false)
          : Result.nothing(Reason.INDETERMINATE, judge.judge(answer).detail());
    } finally {
      cleanUp(end);
    }
  }

  /** Whether any request went out, or was tried to. */
  boolean sent() {
    return sent;
  }

  private Result decide(Deadline deadline) throws InterruptedException {
    Step deciding = sendSteps(deadline);
    Answer answer = answers.getLast();
    if (fallsBack()) {
      return FALLS_BACK;
    }
    Judgement judgement = judge.judge(answer);
    if (judgement.reason().outcome() == Outcome.VALID) {
      judgement = doubted(judgement, deciding, deadline);
    }
    boolean good =
        judgement.reason().outcome() == Outcome.VALID || judgement.reason() == Reason.OPEN_ACCESS;
    Findings findings = good ? inputs.findings(plan.probe().extract(), answers) : Findings.none();
    return new Result(
        judgement,
        identity.map(i -> findings.orExpiry(new Expiry.At(i.notAfter()))).orElse(findings),
        answer.refusal().map(Refusal::certificate),
        false);
  }

  /** Sends until an answer decides, and returns its step. */
  private Step sendSteps(Deadline deadline) throws InterruptedException {
    for (Step step : plan.steps()) {
      Call call = calls.make(step, inputs);
      Answer answer = send(call, deadline);
      answers.add(answer);
      sentSecret |= call.isSecret();
      identity = call.identity().or(() -> identity);
      account = call.account().or(() -> account);
      if (fallsBack() || !Plan.goesOn(step, answer) || !capture(step, answer)) {
        return step;
      }
    }
    return plan.steps().getLast();
  }

  private boolean fallsBack() {
    return mayFallBack && answers.size() == 1 && plan.fallsBack(answers.getFirst());
  }

  private Answer send(Call call, Deadline deadline) throws InterruptedException {
    hosts.check(call);
    Answer answer = carrier.send(call, deadline.left());
    sent = true;
    return answer;
  }

  private boolean capture(Step step, Answer answer) {
    for (Capture capture : step.captures()) {
      Optional<String> found = Finder.capture(answer, capture);
      if (found.isEmpty()) {
        return false;
      }
      inputs.capture(capture.name(), new Value(found.get(), capture.secret(), false));
    }
    return true;
  }

  /** A good verdict, unless anyone would have got it. */
  private Judgement doubted(Judgement good, Step deciding, Deadline deadline)
      throws InterruptedException {
    if (!sentSecret) {
      return open("The service answered although no secret was sent");
    }
    if (account.isPresent() && !account.get().wasAsked()) {
      return open("The service answered without asking for the password");
    }
    if (identity.isPresent() && !identity.get().wasShown()) {
      return open("The service answered without asking for the client certificate");
    }
    return plan.probe().control() ? counterChecked(good, deciding, deadline) : good;
  }

  private static Judgement unproven() {
    return new Judgement(
        Reason.INDETERMINATE,
        "The service accepted this secret, but did not look at a made-up one, so it may accept "
            + "anything. Test again later.");
  }

  private static Judgement open(String seen) {
    return new Judgement(
        Reason.OPEN_ACCESS, seen + ", so this proves nothing about the one you have.");
  }

  private Judgement counterChecked(Judgement good, Step deciding, Deadline deadline)
      throws InterruptedException {
    boolean byCertificate = deciding.signer().filter(s -> s.type().equals("mtls")).isPresent();
    Step bare = byCertificate ? Plan.signedBy(deciding, Optional.empty()) : deciding;
    Values madeUp = new Randomised(inputs);
    try {
      Call call = calls.make(bare, madeUp);
      if (!call.isSecret() && !byCertificate) {
        // An earlier step carried the secret.
        return good;
      }
      Reason reason = judge.judge(send(call, deadline)).reason();
      if (reason == good.reason() || reason == Reason.OK) {
        return open("The service answered a made-up secret in the same way");
      }
      return NOT_LOOKED_AT.contains(reason) ? unproven() : good;
    } catch (BadInput e) {
      return good;
    }
  }

  private void cleanUp(Deadline deadline) throws InterruptedException {
    for (Step step : plan.cleanUp()) {
      try {
        send(calls.make(step, inputs), deadline);
      } catch (BadInput e) {
        // What it needs was never captured, so there is nothing to clean up.
      }
    }
  }
}
