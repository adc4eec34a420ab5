package io.keyarbor.ui.list;

import io.keyarbor.settings.Grouping;
import java.util.HashSet;
import java.util.Set;

/** The groups of the list that a person closed; kept for as long as the app runs. */
public final class ClosedGroups {
  private final Set<Closed> closed = new HashSet<>();

  /**
   * One of them.
   *
   * @param key as {@link Branch#key}
   */
  private record Closed(Grouping grouping, String key) {
    /** Whether its key is a word that the vault keeps, and not an id. */
    boolean isNamed() {
      return switch (grouping) {
        case SERVICE, PROFILE, TAG -> !key.isEmpty();
        case NONE, GROUP, CATEGORY, STATUS -> false;
      };
    }
  }

  /** All are open. */
  public ClosedGroups() {}

  /** Whether the group with that key is closed. */
  public boolean has(Grouping grouping, String key) {
    return closed.contains(new Closed(grouping, key));
  }

  /** Closes the group with that key. */
  public void close(Grouping grouping, String key) {
    closed.add(new Closed(grouping, key));
  }

  /** Opens the group with that key. */
  public void open(Grouping grouping, String key) {
    closed.remove(new Closed(grouping, key));
  }

  /** Forgets those that are known by a name; for when the vault locks. */
  public void forgetNames() {
    closed.removeIf(Closed::isNamed);
  }
}
