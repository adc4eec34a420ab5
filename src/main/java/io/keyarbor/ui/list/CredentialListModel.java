package io.keyarbor.ui.list;

import io.keyarbor.settings.Grouping;
import io.keyarbor.template.Catalogue;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
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
  private SortBy sortBy = SortBy.NAME;
  private boolean descending;
  private String query = "";
  private Optional<Branch> tree = Optional.empty();
  private Map<Shelf, Integer> counts = Map.of();
  private LocalDate counted = LocalDate.MIN;

  /** An empty list. */
  public CredentialListModel(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Takes over what the vault holds now; entries that did not change are kept. */
  public void load(
      Collection<Credential> credentials,
      Collection<Group> groups,
      Collection<Profile> profiles,
      int trashed) {
    Map<CredentialId, Entry> next = HashMap.newHashMap(credentials.size());
    for (Credential credential : credentials) {
      next.put(credential.id(), entry(credential));
    }
    byId = next;
    this.groups = List.copyOf(groups);
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
  }

  private Entry entry(Credential fresh) {
    Entry known = byId.get(fresh.id());
    if (known == null || !known.credential().details().equals(fresh.details())) {
      var template = catalogue.find(fresh.details().serviceType());
      return Entry.of(fresh, template, clock.getZone());
    }
    return known.credential().equals(fresh) ? known : known.withVerdictOf(fresh, clock.getZone());
  }

  /** Sorts by a column. */
  public void sort(SortBy column, boolean descending) {
    sortBy = column;
    this.descending = descending;
    sort();
  }

  private void sort() {
    List<Entry> all = new ArrayList<>(byId.values());
    all.sort(sortBy.order(descending));
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
    hits = filter(onShelf, query);
    tree = Optional.empty();
  }

  /** Keeps those in which every word of {@code text} occurs somewhere; an empty text keeps all. */
  public void search(String text) {
    String next = text.strip().toLowerCase(Locale.ROOT);
    hits = filter(next.startsWith(query) ? hits : onShelf, next);
    query = next;
    tree = Optional.empty();
  }

  private static List<Entry> filter(List<Entry> entries, String query) {
    if (query.isEmpty()) {
      return entries;
    }
    String[] words = query.split("\\s+", -1);
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.matches(words)) {
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

  /** The person's groups. */
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
    return !query.isEmpty();
  }

  /** Today, where the person is. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }
}
