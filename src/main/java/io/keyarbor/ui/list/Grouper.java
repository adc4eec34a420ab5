package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.settings.Grouping;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Puts sorted entries into branches; within each they keep their order. */
final class Grouper {
  /** The key of what has none. */
  private static final List<String> NOWHERE = List.of("");

  private Grouper() {}

  /**
   * The list as one branch whose own entries lie at the top.
   *
   * @param groups in the order of their names
   * @param profiles names of the profiles that a credential is in; none need not be there
   * @param emptyGroups whether a person's group without entries is shown
   */
  static Branch group(
      List<Entry> entries,
      Grouping by,
      Collection<Group> groups,
      Map<CredentialId, List<String>> profiles,
      boolean emptyGroups) {
    return switch (by) {
      case NONE -> root(List.of(), entries);
      case GROUP -> new Nested(entries, groups, emptyGroups).root();
      case CATEGORY ->
          flat(
              entries,
              Entry::categoryKeys,
              k -> k.isEmpty() ? tr("Unknown service") : CategoryTitle.of(k));
      case SERVICE -> flat(entries, Entry::serviceKeys, k -> k);
      case PROFILE ->
          flat(
              entries,
              e -> profiles.getOrDefault(e.id(), NOWHERE),
              k -> k.isEmpty() ? tr("In no profile") : k);
      case TAG -> flat(entries, Entry::tagKeys, k -> k.isEmpty() ? tr("No tag") : k);
      case STATUS -> byStanding(entries);
    };
  }

  private static Branch root(List<Branch> branches, List<Entry> entries) {
    return new Branch("", "", Optional.empty(), branches, entries);
  }

  private static Branch flat(
      List<Entry> entries, Function<Entry, Collection<String>> keys, UnaryOperator<String> title) {
    Map<String, List<Entry>> found = new HashMap<>();
    for (Entry entry : entries) {
      for (String key : keys.apply(entry)) {
        found.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
      }
    }
    // What has no key comes last.
    Optional<List<Entry>> rest = Optional.ofNullable(found.remove(""));
    List<Branch> named = new ArrayList<>();
    found.forEach((key, those) -> named.add(branch(key, title.apply(key), those)));
    List<Branch> branches = new ArrayList<>(NameOrder.sorted(named, Branch::title));
    rest.ifPresent(those -> branches.add(branch("", title.apply(""), those)));
    return root(branches, List.of());
  }

  private static Branch branch(String key, String title, List<Entry> entries) {
    return new Branch(key, title, Optional.empty(), List.of(), entries);
  }

  private static Branch byStanding(List<Entry> entries) {
    List<Branch> branches = new ArrayList<>();
    Map<Standing, List<Entry>> found = new EnumMap<>(Standing.class);
    entries.forEach(e -> found.computeIfAbsent(e.standing(), s -> new ArrayList<>()).add(e));
    found.forEach(
        (standing, those) -> branches.add(branch(standing.name(), standing.label(), those)));
    return root(branches, List.of());
  }

  /** The person's own groups, which nest. */
  private static final class Nested {
    private final boolean emptyGroups;
    private final Map<Optional<GroupId>, List<Entry>> entries = new HashMap<>();
    private final Map<Optional<GroupId>, List<Group>> children = new HashMap<>();

    Nested(List<Entry> all, Collection<Group> groups, boolean emptyGroups) {
      this.emptyGroups = emptyGroups;
      Map<GroupId, Group> byId = new HashMap<>();
      groups.forEach(g -> byId.put(g.id(), g));
      for (Group group : groups) {
        Optional<GroupId> parent = group.parent().filter(byId::containsKey);
        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(group);
      }
      for (Entry entry : all) {
        Optional<GroupId> group = entry.credential().details().group().filter(byId::containsKey);
        entries.computeIfAbsent(group, g -> new ArrayList<>()).add(entry);
      }
    }

    Branch root() {
      return Grouper.root(below(Optional.empty()), entries(Optional.empty()));
    }

    private List<Entry> entries(Optional<GroupId> group) {
      return entries.getOrDefault(group, List.of());
    }

    private List<Branch> below(Optional<GroupId> parent) {
      List<Branch> branches = new ArrayList<>();
      for (Group group : children.getOrDefault(parent, List.of())) {
        Optional<GroupId> id = Optional.of(group.id());
        Branch branch =
            new Branch(group.id().value().toString(), group.name(), id, below(id), entries(id));
        if (emptyGroups || branch.size() > 0) {
          branches.add(branch);
        }
      }
      return branches;
    }
  }
}
