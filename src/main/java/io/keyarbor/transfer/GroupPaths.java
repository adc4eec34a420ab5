package io.keyarbor.transfer;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.NameKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups by their path, and new ones where a path has none yet. */
final class GroupPaths {
  private record Place(Optional<GroupId> parent, String key) {}

  private final Map<Place, GroupId> ids = new HashMap<>();
  private final List<Group> fresh = new ArrayList<>();

  GroupPaths(Collection<Group> groups) {
    groups.forEach(g -> ids.put(new Place(g.parent(), NameKey.of(g.name())), g.id()));
  }

  /** The group at the end of the path; empty for the top. */
  Optional<GroupId> of(List<String> path) {
    Optional<GroupId> group = Optional.empty();
    for (String name : path) {
      Optional<GroupId> parent = group;
      group =
          Optional.of(
              ids.computeIfAbsent(
                  new Place(parent, NameKey.of(name)), place -> make(name, parent)));
    }
    return group;
  }

  private GroupId make(String name, Optional<GroupId> parent) {
    Group group = new Group(GroupId.random(), name, parent);
    fresh.add(group);
    return group.id();
  }

  /** Those that were not there, each after the one it lies in. */
  List<Group> fresh() {
    return fresh;
  }
}
