package io.keyarbor.cli;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups as people write them: {@code Customers/Northwind}, ignoring case. A slash that belongs to
 * a name is written {@code \/}; {@code /} alone is the top.
 */
public final class GroupPaths {
  private final Groups groups;
  private final Map<GroupId, Group> byId = new HashMap<>();

  /** Of the groups there are now. */
  public GroupPaths(Groups groups) {
    this.groups = groups;
    groups.all().forEach(group -> byId.put(group.id(), group));
  }

  /** The path of a group; empty for the top. */
  public String path(Optional<GroupId> id) {
    return id.map(byId::get)
        .map(group -> {
          String above = path(group.parent());
          return (above.isEmpty() ? "" : above + "/") + group.name().replace("/", "\\/");
        })
        .orElse("");
  }

  /** Whether {@code id} is {@code above} or lies in it, at any depth. */
  public boolean isWithin(Optional<GroupId> id, Optional<GroupId> above) {
    return above.isEmpty()
        || id.equals(above)
        || id.map(byId::get).filter(group -> isWithin(group.parent(), above)).isPresent();
  }

  /** All groups by path. */
  public List<Group> all() {
    return byId.values().stream()
        .sorted((a, b) -> path(Optional.of(a.id())).compareToIgnoreCase(path(Optional.of(b.id()))))
        .toList();
  }

  /**
   * The group of a path; empty for the top.
   *
   * @throws CommandFault if there is none
   */
  public Optional<GroupId> get(String path) {
    Optional<GroupId> at = Optional.empty();
    for (String name : names(path)) {
      at = Optional.of(child(at, name).orElseThrow(() -> missing(path)).id());
    }
    return at;
  }

  /** The same, but makes what is not there. */
  public Optional<GroupId> make(String path) {
    Optional<GroupId> at = Optional.empty();
    for (String name : names(path)) {
      Optional<GroupId> parent = at;
      Group group = child(parent, name).orElseGet(() -> groups.add(name, parent));
      byId.put(group.id(), group);
      at = Optional.of(group.id());
    }
    return at;
  }

  private Optional<Group> child(Optional<GroupId> parent, String name) {
    return byId.values().stream()
        .filter(group -> group.parent().equals(parent) && group.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private CommandFault missing(String path) {
    List<String> paths = byId.keySet().stream().map(Optional::of).map(this::path).toList();
    return CommandFault.notFound(
        "There is no group “" + Printable.of(path) + "”." + NearNames.hint(path, paths));
  }

  /** The names on a path, from the outermost. */
  static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    for (String part : path.split("(?<!\\\\)/", -1)) {
      String name = part.replace("\\/", "/").strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
