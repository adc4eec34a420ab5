package io.keyarbor.vault.local;

import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.Searches;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The saved searches of one unlocked collection; sealed as the credentials are, and told apart by
 * nobody.
 */
final class LocalSearches implements Searches {
  private final Ledger ledger;

  LocalSearches(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<SavedSearch> all() {
    return ledger.snapshot().searches();
  }

  @Override
  public SavedSearch put(SavedSearch search) {
    Names.check(search.name());
    if (search.query().length() > SavedSearch.LONGEST_QUERY) {
      throw new VaultException.Refused(
          "The search is longer than "
              + SavedSearch.LONGEST_QUERY
              + " characters. Shorten it to keep it.");
    }
    return ledger.change(batch -> {
      UUID id = search.id().value();
      SearchContent content = new SearchContent(search);
      if (ledger.isNameTaken(content)) {
        throw new VaultException.NameTaken(search.name());
      }
      if (!isKnown(id)) {
        checkRoom(id);
        batch.version(id, 1, Map.of());
      }
      batch.put(content);
      return search;
    });
  }

  private boolean isKnown(UUID id) {
    return all().stream().anyMatch(search -> search.id().value().equals(id));
  }

  /** Nothing else of that id may be written over. */
  private void checkRoom(UUID id) {
    if (ledger.snapshot().items().containsKey(id)) {
      throw new VaultException.Refused("This is no saved search. Save it under a new name.");
    }
    if (all().size() >= MOST) {
      throw new VaultException.Refused(
          "There are " + MOST + " saved searches already. Delete one that you do not need.");
    }
  }

  @Override
  public void delete(SearchId id) {
    ledger.change(batch -> {
      if (!isKnown(id.value())) {
        throw new VaultException.Refused("The saved search is gone.");
      }
      batch.delete(id.value());
      return null;
    });
  }
}
