package io.keyarbor.ui.list;

import io.keyarbor.vault.GroupId;
import java.util.List;
import java.util.Optional;

/**
 * A part of the grouped list.
 *
 * @param key the same for the same part after each change, so that a closed one stays closed
 * @param group the person's own group that it stands for
 */
public record Branch(
    String key, String title, Optional<GroupId> group, List<Branch> branches, List<Entry> entries) {
  /** How many entries are in it and below. */
  public int size() {
    return entries.size() + branches.stream().mapToInt(Branch::size).sum();
  }
}
