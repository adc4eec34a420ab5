package io.keyarbor.vault;

import java.util.Collection;
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

  /**
   * Takes back that a group was deleted, in one save. Of what it held, that comes back into it
   * which still lies where the group's end left it; what was moved or deleted since stays so.
   *
   * @param group as it was
   * @param groups those that lay in it
   * @param credentials those that lay in it, in use or in the trash
   * @throws VaultException.NameTaken if a sibling has its name by now
   * @throws VaultException.Refused if the group that it lay in is gone, or it is there
   */
  Group restore(Group group, Collection<GroupId> groups, Collection<CredentialId> credentials);
}
