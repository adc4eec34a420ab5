package io.keyarbor.vault;

import java.util.List;
import java.util.Optional;

/** The profiles of an unlocked vault; the same promises as {@link Credentials}. */
public interface Profiles {
  /** All profiles, in no particular order. */
  List<Profile> all();

  /** The one of that name, ignoring case. */
  Optional<Profile> named(String name);

  /**
   * Adds a profile without variables.
   *
   * @throws VaultException.NameTaken if another profile has this name
   */
  Profile add(String name, String description);

  /**
   * Puts {@code profile} in the place of what it was.
   *
   * @throws VaultException.NameTaken if another profile has this name
   * @throws VaultException.Refused if it is gone, or a variable's name cannot be used
   */
  Profile change(Profile profile);

  /** Deletes a profile; the credentials stay. */
  void delete(ProfileId id);
}
