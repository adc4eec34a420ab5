package io.keyarbor.ui.list;

import io.keyarbor.language.NameOrder;
import io.keyarbor.settings.Grouping;
import io.keyarbor.template.Catalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the main window lists: filtered, sorted, grouped, counted. Plain Java for one thread. What a
 * search looks through is worked out once for each credential, and a longer search text looks only
 * through what the shorter one found, so 10,000 credentials are filtered within a frame.
 */
public final class CredentialListModel {
  private final Catalogue catalogue;
  private final Clock clock;
  private Map<CredentialId, Entry> byId = Map.of();
  private List<Entry> sorted = List.of();
  private List<Entry> onShelf = List.of();
  private List<Entry> hits = List.of();
  private List<Group> groups = List.of();
  private Map<CredentialId, List<String>> profiles = Map.of();
  private int trashed;
  private Shelf shelf = Shelf.ALL;
  private Grouping grouping = Grouping.CATEGORY;
  private Sorting sorting;
  private Function<String, NameOrder.Key> places = NameOrder.keys();
  private GroupPaths paths = new GroupPaths(List.of());
  private String text = "";
  private Query query = Query.parse("");
  private Optional<Branch> tree = Optional.empty();
  private Map<Shelf, Integer> counts = Map.of();
  private LocalDate counted = LocalDate.MIN;

  /** An empty list, sorted by name. */
  public CredentialListModel(Catalogue catalogue, Clock clock) {
    this(catalogue, clock, Sorting.USUAL);
  }

  /** An empty list. */
  public CredentialListModel(Catalogue catalogue, Clock clock, Sorting sorting) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.sorting = sorting;
  }

  /** Takes over what the vault holds now; entries that did not change are kept. */
  public void load(
      Collection<Credential> credentials,
      Collection<Group> groups,
      Collection<Profile> profiles,
      int trashed) {
    if (credentials.isEmpty()) {
      places = NameOrder.keys();
    }
    Map<CredentialId, Entry> next = HashMap.newHashMap(credentials.size());
    for (Credential credential : credentials) {
      next.put(credential.id(), entry(credential));
    }
    byId = next;
    this.groups = NameOrder.sorted(groups, Group::name);
    paths = new GroupPaths(groups);
    this.profiles = byCredential(profiles);
    this.trashed = trashed;
    counted = LocalDate.MIN;
    sort();
  }

  private static Map<CredentialId, List<String>> byCredential(Collection<Profile> profiles) {
    Map<CredentialId, List<String>> names = new HashMap<>();
    for (Profile profile : profiles) {
      profile.variables().stream()
          .map(Profile.Variable::credential)
          .distinct()
          .forEach(id -> names.computeIfAbsent(id, i -> new ArrayList<>()).add(profile.name()));
    }
    return names;
  }

  /** Works all out anew with the next {@link #load}, because the templates are other ones. */
  public void forget() {
    byId = Map.of();
    places = NameOrder.keys();
  }

  private Entry entry(Credential fresh) {
    Entry known = byId.get(fresh.id());
    if (known == null || !known.credential().details().equals(fresh.details())) {
      var template = catalogue.find(fresh.details().serviceType());
      return Entry.of(fresh, template, places, clock.getZone());
    }
    return known.credential().equals(fresh) ? known : known.withVerdictOf(fresh, clock.getZone());
  }

  /** Sorts by a column. */
  public void sort(Column column, boolean descending) {
    sorting = new Sorting(column, descending);
    sort();
  }

  private void sort() {
    List<Entry> all = new ArrayList<>(byId.values());
    all.sort(sorting.column().order(sorting.descending(), this::group, places));
    sorted = all;
    pick();
  }

  /** Looks at one part of the vault. */
  public void show(Shelf next) {
    shelf = next;
    pick();
  }

  private void pick() {
    LocalDate today = LocalDate.now(clock);
    onShelf = sorted.stream().filter(e -> shelf.holds(e, today)).toList();
    hits = filter(onShelf);
    tree = Optional.empty();
  }

  /**
   * Keeps what the search finds; an empty text keeps all. A word must occur somewhere; {@code
   * tag:}, {@code service:}, {@code group:}, {@code host:}, {@code status:} and {@code expires:}
   * ask for more.
   */
  public void search(String typed) {
    String next = typed.strip().toLowerCase(Locale.ROOT);
    boolean narrower = query.isNarrowedBy(text, next);
    text = next;
    query = Query.parse(next);
    hits = filter(narrower ? hits : onShelf);
    tree = Optional.empty();
  }

  /** What is wrong with the search, and what can be written instead; empty if nothing. */
  public Optional<String> fault() {
    return query.fault();
  }

  private List<Entry> filter(List<Entry> entries) {
    if (query.isEmpty()) {
      return entries;
    }
    Filters.Scope scope = new Filters.Scope(LocalDate.now(clock), paths);
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (query.matches(entry, scope)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** Groups by something else. */
  public void group(Grouping next) {
    grouping = next;
    tree = Optional.empty();
  }

  /** The hits in branches. */
  public Branch tree() {
    Branch grouped =
        tree.orElseGet(() ->
            Grouper.group(hits, grouping, groups, profiles, query.isEmpty() && shelf == Shelf.ALL));
    tree = Optional.of(grouped);
    return grouped;
  }

  /** The hits, sorted. */
  public List<Entry> hits() {
    return hits;
  }

  /** All that are in use, sorted. */
  public List<Entry> all() {
    return sorted;
  }

  /** The entry of a credential in use. */
  public Optional<Entry> find(CredentialId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Where an entry lies: the names of its groups from the top; empty at the top. */
  public String group(Entry entry) {
    return paths.of(entry.credential().details().group());
  }

  /** Whether a place is that group or lies somewhere in it; an empty one is the top. */
  public boolean isWithin(Optional<GroupId> place, GroupId group) {
    return paths.isWithin(place, group);
  }

  /** How the list is sorted. */
  public Sorting sorting() {
    return sorting;
  }

  /** The tags of all that are in use, sorted; of those that differ by case only, one. */
  public List<String> tags() {
    Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    sorted.forEach(e -> tags.addAll(e.credential().details().tags()));
    return NameOrder.sorted(tags);
  }

  /** The person's groups, by name. */
  public List<Group> groups() {
    return groups;
  }

  /** How many credentials lie on each shelf, whatever is searched. */
  public Map<Shelf, Integer> counts() {
    LocalDate today = LocalDate.now(clock);
    if (!counted.equals(today)) {
      counted = today;
      counts = new EnumMap<>(Shelf.class);
      for (Shelf each : Shelf.values()) {
        counts.put(each, (int) sorted.stream().filter(e -> each.holds(e, today)).count());
      }
      counts.put(Shelf.TRASH, trashed);
    }
    return Collections.unmodifiableMap(counts);
  }

  /** What is looked at. */
  public Shelf shelf() {
    return shelf;
  }

  /** How it is grouped. */
  public Grouping grouping() {
    return grouping;
  }

  /** Whether a search narrows the list. */
  public boolean isSearching() {
    return !text.isEmpty();
  }

  /** Today, where the person is. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }
}
