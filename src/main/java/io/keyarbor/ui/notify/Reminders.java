package io.keyarbor.ui.notify;

import io.keyarbor.language.NameOrder;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.Changes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers of which credentials a person was told today that they end soon, so that each is told
 * once a day. It keeps their ids alone, which say nothing. Plain Java for one thread.
 */
final class Reminders {
  private final Set<CredentialId> told = new HashSet<>();
  private LocalDate day = LocalDate.MIN;

  /**
   * One that ends soon.
   *
   * @param last day on which it works
   */
  record Due(CredentialId id, String name, LocalDate last) {}

  /** Those that end soon and were not told of today, the first to end first. */
  List<Due> due(Collection<Credential> all, LocalDate today, ZoneId zone) {
    turn(today);
    LocalDate end = today.plusDays(Changes.SOON.toDays());
    return all.stream()
        .filter(c -> !told.contains(c.id()))
        .flatMap(c -> soon(c, today, end, zone).stream())
        .sorted(Comparator.comparing(Due::last).thenComparing(Due::name, NameOrder.ofPeople()))
        .toList();
  }

  private static Optional<Due> soon(
      Credential credential, LocalDate today, LocalDate end, ZoneId zone) {
    return Entry.expiry(credential, zone)
        .filter(last -> !last.isBefore(today) && !last.isAfter(end))
        .map(last -> new Due(credential.id(), credential.details().name(), last));
  }

  /**
   * That one is told of now.
   *
   * @return whether it was not yet today
   */
  boolean tell(CredentialId id, LocalDate today) {
    turn(today);
    return told.add(id);
  }

  private void turn(LocalDate today) {
    if (!day.equals(today)) {
      day = today;
      told.clear();
    }
  }
}
