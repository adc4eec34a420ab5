package io.keyarbor.vault;

import java.util.List;
import java.util.Optional;

/** The groups of an unlocked vault; the same promises as {@link Credentials}. */
public interface Groups {
  /** All groups, in no particular order. */
  List<Group> all();

  /**
   * Adds a group.
   *
   * @throws VaultException.NameTaken if a sibling has this name
   */
  Group add(String name, Optional<GroupId> parent);

  /**
   * Renames or moves a group.
   *
   * @throws VaultException.NameTaken if a sibling has this name
   * @throws VaultException.Refused if the group would come to lie within itself
   */
  Group change(Group group);

  /** Deletes a group; what it holds moves up to its parent. */
  void delete(GroupId id);
}
