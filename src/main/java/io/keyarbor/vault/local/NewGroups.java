package io.keyarbor.vault.local;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups that come into a vault together, each in another of them or in one that is there. */
final class NewGroups {
  private final Ledger ledger;
  private final Map<GroupId, Group> groups = new LinkedHashMap<>();

  NewGroups(Ledger ledger, List<Group> groups) {
    this.ledger = ledger;
    groups.forEach(group -> this.groups.put(group.id(), group));
  }

  /**
   * Puts them into {@code batch}.
   *
   * @throws VaultException.Refused if one lies nowhere or within itself
   * @throws VaultException.NameTaken if a sibling has the name
   */
  void putInto(Batch batch) {
    Set<String> names = new HashSet<>();
    for (Group group : groups.values()) {
      Names.check(group.name());
      checkPlace(group);
      GroupContent content = new GroupContent(group);
      if (ledger.isNameTaken(content) || !names.add(Names.key(content).orElseThrow())) {
        throw new VaultException.NameTaken(group.name());
      }
      batch.put(content);
      batch.version(group.id().value(), 1, Map.of());
    }
  }

  private void checkPlace(Group group) {
    Optional<GroupId> above = group.parent();
    for (int depth = 0; above.isPresent() && groups.containsKey(above.get()); depth++) {
      if (depth > groups.size()) {
        throw new VaultException.Refused(
            "A group cannot lie within itself. Choose another place for “" + group.name() + "”.");
      }
      above = groups.get(above.get()).parent();
    }
    if (above.isPresent() && ledger.snapshot().group(above.get().value()).isEmpty()) {
      throw new VaultException.Refused("The group is gone. Choose another one.");
    }
  }
}
