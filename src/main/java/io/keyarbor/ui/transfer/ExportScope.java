package io.keyarbor.ui.transfer;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.ui.work.GroupChoice;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Variable;
import io.keyarbor.vault.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of the vault that can be exported.
 *
 * @param label what a person reads
 */
record ExportScope(String label, List<Credential> credentials) {
  /** What there is to choose from: all, what is chosen in the list, groups, profiles. */
  static List<ExportScope> of(Session session, List<Credential> chosen) {
    List<Credential> all = session.credentials().all();
    List<ExportScope> scopes = new ArrayList<>();
    scopes.add(scope(tr("Everything"), all));
    if (!chosen.isEmpty()) {
      scopes.add(scope(tr("What is selected in the list"), chosen));
    }
    List<Group> groups = session.groups().all();
    for (GroupChoice choice : GroupChoice.of(groups)) {
      choice
          .id()
          .ifPresent(id -> scopes.add(scope(tr("Group {0}", choice.label()), in(id, groups, all))));
    }
    session.profiles().all().stream()
        .sorted(Comparator.comparing(Profile::name, NameOrder.ofPeople()))
        .forEach(p -> scopes.add(scope(tr("Profile {0}", p.name()), in(p, all))));
    return scopes;
  }

  private static ExportScope scope(String label, List<Credential> credentials) {
    return new ExportScope(tr("{0} ({1})", label, credentials.size()), List.copyOf(credentials));
  }

  /** Those in a group or in groups within it. */
  private static List<Credential> in(GroupId top, List<Group> groups, List<Credential> all) {
    Set<GroupId> inside = new HashSet<>(Set.of(top));
    boolean grown = true;
    while (grown) {
      grown =
          inside.addAll(
              groups.stream()
                  .filter(g -> g.parent().filter(inside::contains).isPresent())
                  .map(Group::id)
                  .toList());
    }
    return all.stream()
        .filter(c -> c.details().group().filter(inside::contains).isPresent())
        .toList();
  }

  private static List<Credential> in(Profile profile, List<Credential> all) {
    Set<CredentialId> used =
        profile.variables().stream().map(Variable::credential).collect(Collectors.toSet());
    return all.stream().filter(c -> used.contains(c.id())).toList();
  }

  /** Whether there is anything in it. */
  Optional<String> fault() {
    return credentials.isEmpty()
        ? Optional.of(tr("There is no credential in it. Choose another part."))
        : Optional.empty();
  }

  /** What a person reads in a list. */
  @Override
  public String toString() {
    return label;
  }
}
