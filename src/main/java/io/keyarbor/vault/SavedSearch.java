package io.keyarbor.vault;

/**
 * What a person looks for often, under a name. An immutable snapshot.
 *
 * @param name unique in its vault, ignoring case
 * @param query as it is typed into the search field; the vault does not look into it
 */
public record SavedSearch(SearchId id, String name, String query) {
  /** So many characters a query has at most. */
  public static final int LONGEST_QUERY = 1000;

  /** The same under another name. */
  public SavedSearch withName(String next) {
    return new SavedSearch(id, next, query);
  }
}
