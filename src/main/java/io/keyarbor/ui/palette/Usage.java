package io.keyarbor.ui.palette;

import io.keyarbor.vault.CredentialId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person took from the palette, and when: often and lately counts more. In memory only, and
 * forgotten when the vault locks. For one thread.
 */
final class Usage {
  /** After this time a use counts half. */
  static final Duration HALF_LIFE = Duration.ofHours(8);

  /** What use adds to a score at most: about one letter, so that it settles what is close. */
  static final int MOST = 20;

  private static final int FIRST = 8;

  private final Map<CredentialId, Use> uses = new HashMap<>();

  private long turns;

  private record Use(double weight, Instant last, long turn) {}

  /** That credential was taken. */
  void used(CredentialId id, Instant now) {
    uses.put(id, new Use(weight(id, now) + 1, now, ++turns));
  }

  private double weight(CredentialId id, Instant now) {
    Use use = uses.get(id);
    if (use == null) {
      return 0;
    }
    double ages = Math.max(0, Duration.between(use.last(), now).toMillis());
    return use.weight() * Math.pow(0.5, ages / HALF_LIFE.toMillis());
  }

  /** What is added to the score of that credential, from 0 to {@link #MOST}. */
  int boost(CredentialId id, Instant now) {
    return (int) Math.min(MOST, Math.round(FIRST * weight(id, now)));
  }

  /** What was taken, the latest first. */
  List<CredentialId> recent() {
    return uses.entrySet().stream()
        .sorted(Comparator.comparingLong(e -> -e.getValue().turn()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Forgets all. */
  void forget() {
    uses.clear();
  }
}
