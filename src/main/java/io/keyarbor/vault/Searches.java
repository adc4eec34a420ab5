package io.keyarbor.vault;

import java.util.List;

/** The saved searches of an unlocked vault; the same promises as {@link Credentials}. */
public interface Searches {
  /** So many a vault keeps at most. */
  int MOST = 200;

  /** All saved searches, in no particular order. */
  List<SavedSearch> all();

  /**
   * Keeps a search, in the place of the one with its id if there is one.
   *
   * @throws VaultException.NameTaken if another search has this name
   * @throws VaultException.Refused if it has no name, its query is too long, or there are too many
   */
  SavedSearch put(SavedSearch search);

  /** Deletes a search; what it finds stays. */
  void delete(SearchId id);
}
