package io.keyarbor.ui.wizard;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the groups a credential can be put in.
 *
 * @param id empty for no group, and for one that is to be made
 * @param label the path of the group, from the top
 * @param isNew whether a group is to be made
 */
record GroupChoice(Optional<GroupId> id, String label, boolean isNew) {
  static final GroupChoice NONE = new GroupChoice(Optional.empty(), "No group", false);
  static final GroupChoice NEW = new GroupChoice(Optional.empty(), "New group…", true);

  /** No group, the groups there are by path, and a new one. */
  static List<GroupChoice> of(List<Group> groups) {
    Map<GroupId, Group> byId = new HashMap<>();
    groups.forEach(group -> byId.put(group.id(), group));
    List<GroupChoice> choices = new ArrayList<>();
    choices.add(NONE);
    groups.stream()
        .map(group -> new GroupChoice(Optional.of(group.id()), path(group, byId), false))
        .sorted((a, b) -> a.label().compareToIgnoreCase(b.label()))
        .forEach(choices::add);
    choices.add(NEW);
    return choices;
  }

  private static String path(Group group, Map<GroupId, Group> byId) {
    String above = group.parent().map(byId::get).map(g -> path(g, byId) + " / ").orElse("");
    return above + group.name();
  }

  /** What a person reads in a list. */
  @Override
  public String toString() {
    return label;
  }
}
