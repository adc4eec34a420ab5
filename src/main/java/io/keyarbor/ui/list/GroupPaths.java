package io.keyarbor.ui.list;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each group lies: its name after those of the groups that it is in. */
final class GroupPaths {
  private final Map<GroupId, String> paths = new HashMap<>();

  GroupPaths(Collection<Group> groups) {
    Map<GroupId, Group> byId = new HashMap<>();
    groups.forEach(group -> byId.put(group.id(), group));
    groups.forEach(group -> path(group, byId));
  }

  private String path(Group group, Map<GroupId, Group> byId) {
    String known = paths.get(group.id());
    if (known != null) {
      return known;
    }
    // A loop, which the vault allows nobody to make, would end here.
    paths.put(group.id(), group.name());
    String above =
        group.parent().map(byId::get).map(parent -> path(parent, byId) + " / ").orElse("");
    paths.put(group.id(), above + group.name());
    return paths.get(group.id());
  }

  /** Empty at the top, and for a group that is gone. */
  String of(Optional<GroupId> group) {
    return group.map(paths::get).orElse("");
  }
}
