package io.keyarbor.ui.work;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.GroupPaths;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the groups a credential can be put in.
 *
 * @param id empty for no group, and for one that is to be made
 * @param label the path of the group, from the top; empty for no group and for a new one
 * @param isNew whether a group is to be made
 */
public record GroupChoice(Optional<GroupId> id, String label, boolean isNew) {
  /** The top. */
  public static final GroupChoice NONE = new GroupChoice(Optional.empty(), "", false);

  /** One that is to be made. */
  public static final GroupChoice NEW = new GroupChoice(Optional.empty(), "", true);

  /** No group, the groups there are by path, and a new one. */
  public static List<GroupChoice> of(List<Group> groups) {
    GroupPaths paths = new GroupPaths(groups);
    List<GroupChoice> choices = new ArrayList<>();
    choices.add(NONE);
    groups.stream()
        .map(group -> Optional.of(group.id()))
        .map(id -> new GroupChoice(id, paths.of(id), false))
        .sorted((a, b) -> a.label().compareToIgnoreCase(b.label()))
        .forEach(choices::add);
    choices.add(NEW);
    return choices;
  }

  /** What a person reads in a list. */
  @Override
  public String toString() {
    return id.isPresent() ? label : isNew ? tr("New group…") : tr("No group");
  }
}
