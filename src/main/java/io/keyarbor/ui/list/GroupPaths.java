package io.keyarbor.ui.list;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where each group lies: its name after those of the groups that it is in. Immutable. */
public final class GroupPaths {
  private final Map<GroupId, List<String>> names = new HashMap<>();

  /** Of these groups. */
  public GroupPaths(Collection<Group> groups) {
    Map<GroupId, Group> byId = new HashMap<>();
    groups.forEach(group -> byId.put(group.id(), group));
    groups.forEach(group -> names.put(group.id(), names(group, byId)));
  }

  private static List<String> names(Group group, Map<GroupId, Group> byId) {
    List<String> names = new ArrayList<>();
    // A loop, which the vault allows nobody to make, would end here.
    Set<GroupId> seen = new HashSet<>();
    for (Group at = group;
        at != null && seen.add(at.id());
        at = at.parent().map(byId::get).orElse(null)) {
      names.addFirst(at.name());
    }
    return List.copyOf(names);
  }

  /** Outermost first; empty at the top, and for a group that is gone. */
  public List<String> names(Optional<GroupId> group) {
    return group.map(names::get).orElse(List.of());
  }

  /** {@code Work / Clusters / Berlin}; empty at the top, and for a group that is gone. */
  public String of(Optional<GroupId> group) {
    return String.join(" / ", names(group));
  }
}
