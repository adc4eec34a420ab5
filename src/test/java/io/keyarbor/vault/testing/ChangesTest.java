package io.keyarbor.vault.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.testing.Change.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person is told what they should know, and of nothing else. */
class ChangesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final Changes changes = new Changes(Clock.fixed(NOW, ZoneOffset.UTC));
  private final CredentialId id = CredentialId.random();

  @ParameterizedTest
  @CsvSource({
    "OK BAD_CREDENTIAL, FAILS",
    "OK EXPIRED, FAILS",
    "BAD_CREDENTIAL EXPIRED, FAILS",
    "BAD_CREDENTIAL, FAILS",
    "OK UNREACHABLE BAD_CREDENTIAL, FAILS",
    "BAD_CREDENTIAL OK, WORKS_AGAIN",
    "EXPIRED UNREACHABLE SERVER_UNAVAILABLE OK, WORKS_AGAIN",
    "EXPIRED QUOTA_EXHAUSTED, WORKS_AGAIN",
    "QUOTA_EXHAUSTED OK, WORKS_AGAIN",
    "OK LOCKED_OUT OK, WORKS_AGAIN",
    "OK INSUFFICIENT_PERMISSION, LIMITED",
    "OK QUOTA_EXHAUSTED, LIMITED",
    "OK LOCKED_OUT, NEEDS_CARE",
    "OK TLS_UNTRUSTED, NEEDS_CARE",
    "OK UNREACHABLE WRONG_ENDPOINT, NEEDS_CARE",
    "OK,",
    "INSUFFICIENT_PERMISSION,",
    "OK UNREACHABLE,",
    "OK UNREACHABLE OK,",
    "OK RATE_LIMITED,",
    "EXPIRED UNREACHABLE EXPIRED,",
    "OK LOCKED_OUT UNREACHABLE LOCKED_OUT,"
  })
  void whatIsNews(String oldestFirst, Kind kind) {
    List<PastVerdict> history = List.of();
    List<Reason> reasons = Arrays.stream(oldestFirst.split(" ")).map(Reason::valueOf).toList();
    for (Reason reason : reasons) {
      history = PastVerdict.after(history, 1, verdict(reason, new Expiry.Unknown(), NOW));
    }
    assertEquals(
        Optional.ofNullable(kind),
        changes
            .newest(
                credential(Optional.empty()),
                credential(Optional.of(verdict(reasons.getLast(), new Expiry.Unknown(), NOW))),
                history)
            .map(Change::kind));
  }

  @Test
  void theSameFoundAgainIsNoNews() {
    Verdict bad = verdict(Reason.EXPIRED, new Expiry.Unknown(), NOW);
    List<PastVerdict> once = PastVerdict.after(List.of(), 1, bad);
    assertEquals(
        Optional.empty(),
        changes.newest(
            credential(Optional.of(bad)),
            credential(Optional.of(bad)),
            PastVerdict.after(once, 1, bad)));
  }

  @Test
  void aNewSecretStartsAnew() {
    Verdict bad = verdict(Reason.EXPIRED, new Expiry.Unknown(), NOW);
    Verdict good = verdict(Reason.OK, new Expiry.Unknown(), NOW);
    List<PastVerdict> history = PastVerdict.after(List.of(), 1, bad);
    history = PastVerdict.after(history, 2, good);
    assertEquals(
        Optional.empty(),
        changes.newest(credential(Optional.empty()), credential(Optional.of(good)), history));
  }

  @Test
  void anEndThatComesNearIsToldOnce() {
    Instant ends = NOW.plus(Duration.ofDays(13));
    Verdict longAgo = verdict(Reason.OK, new Expiry.At(ends), NOW.minus(Duration.ofDays(2)));
    Verdict now = verdict(Reason.OK, new Expiry.At(ends), NOW);
    List<PastVerdict> history = PastVerdict.after(PastVerdict.after(List.of(), 1, longAgo), 1, now);
    Optional<Change> told =
        changes.newest(credential(Optional.of(longAgo)), credential(Optional.of(now)), history);
    assertEquals(Optional.of(Kind.ENDS_SOON), told.map(Change::kind));
    assertEquals(Optional.of(ends), told.flatMap(Change::ends));

    Verdict again = verdict(Reason.OK, new Expiry.At(ends), NOW.plus(Duration.ofHours(1)));
    assertEquals(
        Optional.empty(),
        changes.newest(
            credential(Optional.of(now)),
            credential(Optional.of(again)),
            PastVerdict.after(history, 1, again)));
  }

  @Test
  void theDayThatAPersonSetCountsToo() {
    Verdict before = verdict(Reason.OK, new Expiry.Unknown(), NOW.minus(Duration.ofDays(20)));
    Verdict now = verdict(Reason.OK, new Expiry.Unknown(), NOW);
    List<PastVerdict> history = PastVerdict.after(PastVerdict.after(List.of(), 1, before), 1, now);
    Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 11, 30));
    assertEquals(
        Optional.of(Instant.parse("2026-12-01T00:00:00Z")),
        changes
            .newest(
                credential(Optional.of(before), day), credential(Optional.of(now), day), history)
            .flatMap(Change::ends));
  }

  private Credential credential(Optional<Verdict> lastTest) {
    return credential(lastTest, Optional.empty());
  }

  private Credential credential(Optional<Verdict> lastTest, Optional<LocalDate> expires) {
    return new Credential(
        id,
        new Details(
            "One",
            "generic",
            Optional.empty(),
            Map.of(),
            Set.of(),
            false,
            "",
            expires,
            new TlsTrust.SystemTrust()),
        1,
        1,
        Set.of("token"),
        lastTest,
        NOW,
        NOW,
        Optional.empty());
  }

  private static Verdict verdict(Reason reason, Expiry expiry, Instant at) {
    return new Verdict(
        reason,
        reason.advice(),
        at,
        Duration.ofMillis(5),
        Map.of(),
        List.of(),
        expiry,
        List.of(),
        Optional.empty());
  }
}
