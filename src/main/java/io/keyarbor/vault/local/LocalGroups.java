package io.keyarbor.vault.local;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Groups;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The groups of one unlocked collection; sealed as the credentials are, and told apart by nobody.
 */
final class LocalGroups implements Groups {
  private final Ledger ledger;

  LocalGroups(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Group> all() {
    return ledger.snapshot().groups();
  }

  @Override
  public Group add(String name, Optional<GroupId> parent) {
    return ledger.change(batch -> {
      Group group = new Group(GroupId.random(), name, parent);
      put(batch, group);
      batch.version(group.id().value(), 1, Map.of());
      return group;
    });
  }

  @Override
  public Group change(Group group) {
    return ledger.change(batch -> {
      known(group.id());
      put(batch, group);
      return group;
    });
  }

  @Override
  public void delete(GroupId id) {
    ledger.change(batch -> {
      Optional<GroupId> parent = known(id).parent();
      for (Group child : all()) {
        if (child.parent().equals(Optional.of(id))) {
          put(batch, child.withParent(parent));
        }
      }
      Snapshot snapshot = ledger.snapshot();
      Stream.concat(snapshot.inUse().stream(), snapshot.trash().stream())
          .filter(c -> c.details().group().equals(Optional.of(id)))
          .forEach(c ->
              batch.put(new CredentialContent(moved(c, parent), snapshot.history(c.id().value()))));
      batch.delete(id.value());
      return null;
    });
  }

  @Override
  public Group restore(
      Group group, Collection<GroupId> groups, Collection<CredentialId> credentials) {
    return ledger.change(batch -> {
      Snapshot snapshot = ledger.snapshot();
      if (snapshot.items().containsKey(group.id().value())) {
        throw new VaultException.Refused("The group “" + group.name() + "” is there already.");
      }
      put(batch, group);
      batch.version(group.id().value(), 1, Map.of());
      Optional<GroupId> back = Optional.of(group.id());
      for (GroupId id : Set.copyOf(groups)) {
        snapshot
            .group(id.value())
            .filter(child -> child.parent().equals(group.parent()))
            .ifPresent(child -> batch.put(new GroupContent(child.withParent(back))));
      }
      for (CredentialId id : Set.copyOf(credentials)) {
        snapshot
            .credential(id.value())
            .filter(c -> c.details().group().equals(group.parent()))
            .ifPresent(c ->
                batch.put(new CredentialContent(moved(c, back), snapshot.history(id.value()))));
      }
      return group;
    });
  }

  private void put(Batch batch, Group group) {
    Names.check(group.name());
    for (Optional<GroupId> above = group.parent();
        above.isPresent();
        above = known(above.get()).parent()) {
      if (above.get().equals(group.id())) {
        throw new VaultException.Refused(
            "A group cannot lie within itself. Choose another place for “" + group.name() + "”.");
      }
    }
    GroupContent content = new GroupContent(group);
    if (ledger.isNameTaken(content)) {
      throw new VaultException.NameTaken(group.name());
    }
    batch.put(content);
  }

  private Group known(GroupId id) {
    return ledger
        .snapshot()
        .group(id.value())
        .orElseThrow(() -> new VaultException.Refused("The group is gone. Choose another one."));
  }

  private static Credential moved(Credential c, Optional<GroupId> group) {
    return new Credential(
        c.id(),
        c.details().withGroup(group),
        c.revision() + 1,
        c.version(),
        c.secretFields(),
        c.lastTest(),
        c.created(),
        c.updated(),
        c.trashed());
  }
}
