package io.keyarbor.vault;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What tests of a credential found at one time or several times in a row, without their findings.
 *
 * @param detail the sentence that was told the last time
 * @param version number of the secrets that were tested
 * @param first when it was found first
 * @param last when it was found last; the same moment if it was found once
 * @param took how long the last of these tests took
 * @param seen how many tests in a row found it, from 1
 */
public record PastVerdict(
    Reason reason,
    String detail,
    int version,
    Instant first,
    Instant last,
    Duration took,
    int seen) {
  /** So many are kept for each credential. */
  public static final int KEPT = 50;

  /** Of a verdict found once. */
  public static PastVerdict of(Verdict verdict, int version) {
    return new PastVerdict(
        verdict.reason(), verdict.detail(), version, verdict.at(), verdict.at(), verdict.took(), 1);
  }

  /**
   * A history after one more verdict: if it says what the newest one said of the same secrets, that
   * is counted on; else it is put before it, and the oldest beyond {@value #KEPT} go.
   *
   * @param history newest first
   */
  public static List<PastVerdict> after(List<PastVerdict> history, int version, Verdict verdict) {
    PastVerdict next = of(verdict, version);
    List<PastVerdict> all = new ArrayList<>(history);
    if (!all.isEmpty() && all.getFirst().saysTheSame(next)) {
      PastVerdict before = all.removeFirst();
      next = next.continuing(before);
    }
    all.addFirst(next);
    return Collections.unmodifiableList(all.subList(0, Math.min(all.size(), KEPT)));
  }

  /**
   * A history after secrets got another number without any change of what is tested: it goes on.
   *
   * @param from the number they had
   * @param to the number they have now
   */
  public static List<PastVerdict> renumbered(List<PastVerdict> history, int from, int to) {
    return history.stream()
        .map(past -> past.version == from ? past.withVersion(to) : past)
        .toList();
  }

  private PastVerdict withVersion(int number) {
    return new PastVerdict(reason, detail, number, first, last, took, seen);
  }

  private boolean saysTheSame(PastVerdict other) {
    return reason == other.reason && version == other.version;
  }

  private PastVerdict continuing(PastVerdict before) {
    return new PastVerdict(reason, detail, version, before.first, last, took, before.seen + 1);
  }
}
