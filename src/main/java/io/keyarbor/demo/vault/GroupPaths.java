package io.keyarbor.demo.vault;

import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Groups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes nested groups from paths such as {@code [Customers, Northwind]}, each once. */
final class GroupPaths {
  private final Groups groups;
  private final Map<List<String>, GroupId> made = new HashMap<>();

  GroupPaths(Groups groups) {
    this.groups = groups;
  }

  /** The group of {@code path}; empty for the top. */
  Optional<GroupId> of(List<String> path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    GroupId known = made.get(path);
    if (known == null) {
      Optional<GroupId> parent = of(path.subList(0, path.size() - 1));
      known = groups.add(path.getLast(), parent).id();
      made.put(List.copyOf(path), known);
    }
    return Optional.of(known);
  }
}
