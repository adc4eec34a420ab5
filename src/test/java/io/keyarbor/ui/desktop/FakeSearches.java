package io.keyarbor.ui.desktop;

import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.Searches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saved searches in memory, for tests of windows. */
final class FakeSearches implements Searches {
  private final Map<SearchId, SavedSearch> all = new LinkedHashMap<>();
  private final Runnable changed;

  FakeSearches(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public synchronized List<SavedSearch> all() {
    return List.copyOf(all.values());
  }

  @Override
  public synchronized SavedSearch put(SavedSearch search) {
    all.put(search.id(), search);
    changed.run();
    return search;
  }

  @Override
  public synchronized void delete(SearchId id) {
    all.remove(id);
    changed.run();
  }
}
