package io.keyarbor.transfer;

import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials taken out of the vault with their secrets, to be written elsewhere.
 *
 * @param all by name
 */
public record Drafts(List<Draft> all) implements AutoCloseable {
  /** Opens all of {@code credentials}; their secrets are in memory until this is closed. */
  public static Drafts of(Session session, Collection<Credential> credentials) {
    Map<GroupId, Group> groups = new HashMap<>();
    session.groups().all().forEach(group -> groups.put(group.id(), group));
    List<Draft> drafts = new ArrayList<>();
    try {
      for (Credential credential : sorted(credentials)) {
        FieldValues values = session.credentials().open(credential.id());
        drafts.add(
            new Draft(
                credential.details().name(),
                path(credential.details().group(), groups),
                credential.details().withGroup(Optional.empty()),
                values.secrets()));
      }
      return new Drafts(List.copyOf(drafts));
    } catch (RuntimeException locked) {
      drafts.forEach(Draft::close);
      throw locked;
    }
  }

  private static List<Credential> sorted(Collection<Credential> credentials) {
    return credentials.stream()
        .sorted(
            Comparator.comparing(
                    (Credential c) -> c.details().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(c -> c.details().name()))
        .toList();
  }

  private static List<String> path(Optional<GroupId> group, Map<GroupId, Group> groups) {
    List<String> path = new ArrayList<>();
    Optional<Group> at = group.map(groups::get);
    while (at.isPresent() && path.size() < groups.size()) {
      path.add(at.get().name());
      at = at.get().parent().map(groups::get);
    }
    return path.reversed();
  }

  /** Wipes the secrets. */
  @Override
  public void close() {
    all.forEach(Draft::close);
  }
}
