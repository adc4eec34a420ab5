package io.keyarbor.vault.testing;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.PastVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a credential is to be tested by itself. Plain arithmetic: the same answers for the same
 * facts.
 *
 * @param begin since when the scheduler runs
 */
record DueTimes(Instant begin) {
  /** A wrong secret tried too often may lock its account. */
  private static final Duration ONE_DAY = Duration.ofDays(1);

  /** What was due while nobody looked is spread over at most this time. */
  private static final Duration CATCHING_UP = Duration.ofMinutes(15);

  private static final Duration SETTLING = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 6;

  /**
   * When it is due.
   *
   * @param history of its verdicts, newest first
   * @param tried when the scheduler tried it last, for a try that left no verdict
   * @param every as a person set it
   * @param least time that its template wants between two tests
   */
  Instant next(
      Credential credential,
      List<PastVerdict> history,
      Optional<Instant> tried,
      Duration every,
      Duration least) {
    double share = share(credential);
    Instant catchingUp =
        begin.plus(SETTLING).plus(part(shorter(every.dividedBy(10), CATCHING_UP), share));
    Optional<Instant> last = later(credential.lastTest().map(Verdict::at), tried);
    if (last.isEmpty()) {
      return catchingUp;
    }
    Duration pause = longer(longer(every, least), caution(credential, history, every));
    // Up to a tenth early, each by its own share, so that those tested together drift apart.
    Duration spread = longer(pause.minus(part(pause.dividedBy(10), share)), least);
    Instant due = last.get().plus(spread);
    return due.isBefore(catchingUp) ? catchingUp : due;
  }

  /** How long to wait at least after what was found last. */
  private static Duration caution(
      Credential credential, List<PastVerdict> history, Duration every) {
    Optional<Reason> reason = credential.lastTest().map(Verdict::reason);
    if (reason.filter(r -> r.outcome() == Outcome.INVALID || r == Reason.LOCKED_OUT).isPresent()) {
      // With its tenth added, so that no spread brings it under a day.
      return ONE_DAY.multipliedBy(10).dividedBy(9);
    }
    if (reason.equals(Optional.of(Reason.RATE_LIMITED))) {
      int inARow = history.isEmpty() ? 1 : history.getFirst().seen();
      return shorter(
          every.multipliedBy(1L << Math.min(inARow, MOST_DOUBLINGS)), longer(every, ONE_DAY));
    }
    return Duration.ZERO;
  }

  /** From 0 to 1, always the same for one credential. */
  private static double share(Credential credential) {
    return (credential.id().value().getLeastSignificantBits() & 0xFFFF) / (double) 0x10000;
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis((long) (whole.toMillis() * share));
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    return a.isPresent() && (b.isEmpty() || a.get().isAfter(b.get())) ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
