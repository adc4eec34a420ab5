package io.keyarbor.vault.testing;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.testing.Change.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds in the history of verdicts what a person should know. What passes by itself, such as a
 * service that is down, is not news; so verdicts are compared with the last one that said yes or
 * no. A new secret starts anew. Safe for any thread.
 */
public final class Changes {
  /** So long before its end a secret is told of. */
  public static final Duration SOON = Duration.ofDays(14);

  private static final Set<Reason> NEED_CARE =
      EnumSet.of(Reason.LOCKED_OUT, Reason.TLS_UNTRUSTED, Reason.CLOCK_SKEW, Reason.WRONG_ENDPOINT);

  private final Clock clock;

  /** Tells by {@code clock} what is soon, and in its zone when a day is over. */
  public Changes(Clock clock) {
    this.clock = clock;
  }

  /**
   * What the newest test of a credential changed.
   *
   * @param history with that test, newest first
   */
  public Optional<Change> newest(Credential before, Credential after, List<PastVerdict> history) {
    boolean isNew = !history.isEmpty() && history.getFirst().seen() == 1;
    Optional<Change> turn = isNew ? turn(after, history, 0) : Optional.empty();
    return turn.or(() ->
        endsSoon(before, tested(before)).isPresent()
            ? Optional.empty()
            : endsSoon(after, tested(after)));
  }

  /**
   * What that test changed; empty as well if the vault does not hold its verdict, or no longer.
   *
   * @param before the credential as it was before the test
   */
  public Optional<Change> by(Session session, Credential before, Verdict verdict) {
    return session
        .credentials()
        .find(before.id())
        .filter(after -> after.lastTest().equals(Optional.of(verdict)))
        .flatMap(after -> newest(before, after, session.credentials().history(after.id())));
  }

  /** The newest changes of all credentials in use, newest first. */
  public List<Change> recent(Session session, int most) {
    return session.credentials().all().stream()
        .flatMap(c -> of(c, session.credentials().history(c.id())))
        .sorted(Comparator.comparing(Change::at).reversed())
        .limit(most)
        .toList();
  }

  private Stream<Change> of(Credential credential, List<PastVerdict> history) {
    return Stream.concat(
        IntStream.range(0, history.size())
            .boxed()
            .flatMap(i -> turn(credential, history, i).stream()),
        endsSoon(credential, clock.instant()).stream());
  }

  private static Optional<Change> turn(Credential credential, List<PastVerdict> history, int at) {
    PastVerdict now = history.get(at);
    List<PastVerdict> earlier =
        history.subList(at + 1, history.size()).stream()
            .takeWhile(past -> past.version() == now.version())
            .toList();
    Optional<Reason> decided =
        earlier.stream().map(PastVerdict::reason).filter(Changes::isDecided).findFirst();
    boolean inTrouble =
        earlier.stream()
            .map(PastVerdict::reason)
            .takeWhile(reason -> !isDecided(reason))
            .anyMatch(NEED_CARE::contains);
    return kind(now.reason(), decided, inTrouble)
        .map(kind ->
            new Change(
                credential.id(),
                credential.details().name(),
                kind,
                now.reason(),
                now.detail(),
                now.first(),
                Optional.empty()));
  }

  private static Optional<Kind> kind(Reason now, Optional<Reason> decided, boolean inTrouble) {
    boolean same = decided.equals(Optional.of(now));
    return switch (now.outcome()) {
      case INVALID -> same ? Optional.empty() : Optional.of(Kind.FAILS);
      case UNDECIDED ->
          NEED_CARE.contains(now) && !inTrouble ? Optional.of(Kind.NEEDS_CARE) : Optional.empty();
      case VALID -> {
        boolean failed = decided.filter(r -> r.outcome() == Outcome.INVALID).isPresent();
        if (failed || inTrouble || (now == Reason.OK && decided.isPresent() && !same)) {
          yield Optional.of(Kind.WORKS_AGAIN);
        }
        yield decided.isPresent() && !same ? Optional.of(Kind.LIMITED) : Optional.empty();
      }
    };
  }

  private static boolean isDecided(Reason reason) {
    return reason.outcome() != Outcome.UNDECIDED;
  }

  /** Of a credential that was never tested, long ago. */
  private static Instant tested(Credential credential) {
    return credential.lastTest().map(Verdict::at).orElse(Instant.EPOCH);
  }

  /** Whether its end was near at that moment. */
  private Optional<Change> endsSoon(Credential credential, Instant moment) {
    Optional<Verdict> verdict = credential.lastTest().filter(v -> v.outcome() == Outcome.VALID);
    Optional<Instant> ends =
        Stream.concat(
                verdict.stream().flatMap(v -> told(v.expiry()).stream()),
                credential.details().expires().stream()
                    .map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant()))
            .min(Comparator.naturalOrder())
            .filter(end -> end.minus(SOON).isBefore(moment));
    if (verdict.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Change(
            credential.id(),
            credential.details().name(),
            Kind.ENDS_SOON,
            verdict.get().reason(),
            verdict.get().detail(),
            ends.get().minus(SOON),
            ends));
  }

  private static Optional<Instant> told(Expiry expiry) {
    return expiry instanceof Expiry.At at ? Optional.of(at.when()) : Optional.empty();
  }
}
