package io.keyarbor.ui.main;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notices a single credential that was not there before. */
final class Arrivals {
  private Set<CredentialId> known = Set.of();

  /** The one that is new since the last look, if it is only one, and if there was a look. */
  Optional<CredentialId> look(Collection<Credential> all) {
    Set<CredentialId> now = new HashSet<>();
    all.forEach(c -> now.add(c.id()));
    List<CredentialId> fresh = now.stream().filter(id -> !known.contains(id)).toList();
    boolean first = known.isEmpty();
    known = now;
    return first || fresh.size() != 1 ? Optional.empty() : Optional.of(fresh.getFirst());
  }
}
