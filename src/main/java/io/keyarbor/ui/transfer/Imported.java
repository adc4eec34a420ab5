package io.keyarbor.ui.transfer;

import io.keyarbor.transfer.ImportPlan;
import io.keyarbor.transfer.ImportPlan.Report;
import io.keyarbor.transfer.Reading;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an import added, so that it can be undone. Reads and writes the vault, so not for the JavaFX
 * thread.
 *
 * @param groups those that were made for it
 */
public record Imported(Report report, List<CredentialId> added, Set<GroupId> groups) {
  /**
   * Adds the drafts {@code chosen} of {@code reading}, as the vault is now.
   *
   * @param target names of the group that all is put under, outermost first
   */
  public static Imported by(
      Session session, Reading reading, List<String> target, Set<Integer> chosen) {
    ImportPlan plan = ImportPlan.of(session, reading, target);
    Set<GroupId> before = groupIds(session);
    Report report = plan.apply(session, chosen);
    Set<GroupId> made = groupIds(session);
    made.removeAll(before);
    // The names are free when the plan is applied, or it fails as a whole; so they name the new.
    List<CredentialId> added = new ArrayList<>();
    report.rows().stream()
        .filter(ImportPlan.Row::isAdded)
        .forEach(row ->
            session
                .credentials()
                .named(row.name())
                .ifPresent(credential -> added.add(credential.id())));
    return new Imported(report, List.copyOf(added), Set.copyOf(made));
  }

  /** Moves what was added to the trash, and deletes the new groups that nothing else lies in. */
  public void undo(Session session) {
    session.credentials().moveToTrash(added);
    for (int depth = 0; depth < groups.size(); depth++) {
      groupIds(session).stream()
          .filter(groups::contains)
          .filter(id -> isEmpty(session, id))
          .forEach(session.groups()::delete);
    }
  }

  private static boolean isEmpty(Session session, GroupId id) {
    return session.groups().all().stream().noneMatch(g -> g.parent().filter(id::equals).isPresent())
        && session.credentials().all().stream()
            .noneMatch(c -> c.details().group().filter(id::equals).isPresent());
  }

  private static Set<GroupId> groupIds(Session session) {
    return session.groups().all().stream()
        .map(Group::id)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
