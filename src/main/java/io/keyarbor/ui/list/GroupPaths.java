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
  private final Map<GroupId, Place> places = new HashMap<>();

  private record Place(List<String> names, Set<GroupId> around) {}

  /** Of these groups. */
  public GroupPaths(Collection<Group> groups) {
    Map<GroupId, Group> byId = new HashMap<>();
    groups.forEach(group -> byId.put(group.id(), group));
    groups.forEach(group -> places.put(group.id(), place(group, byId)));
  }

  private static Place place(Group group, Map<GroupId, Group> byId) {
    List<String> names = new ArrayList<>();
    Set<GroupId> around = new HashSet<>();
    // A loop, which the vault allows nobody to make, would end here.
    for (Group at = group;
        at != null && around.add(at.id());
        at = at.parent().map(byId::get).orElse(null)) {
      names.addFirst(at.name());
    }
    return new Place(List.copyOf(names), Set.copyOf(around));
  }

  /** Outermost first; empty at the top, and for a group that is gone. */
  public List<String> names(Optional<GroupId> group) {
    return group.map(places::get).map(Place::names).orElse(List.of());
  }

  /** Whether a place is {@code group} or lies somewhere in it; an empty place is the top. */
  public boolean isWithin(Optional<GroupId> place, GroupId group) {
    return place.map(places::get).filter(p -> p.around().contains(group)).isPresent();
  }

  /** {@code Work / Clusters / Berlin}; empty at the top, and for a group that is gone. */
  public String of(Optional<GroupId> group) {
    return String.join(" / ", names(group));
  }
}
