package io.keyarbor.ui.tray;

import io.keyarbor.template.Catalogue;
import io.keyarbor.ui.list.Standing;
import io.keyarbor.ui.work.Testing.Progress;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What the tray tells of an open vault.
 *
 * @param all the credentials in use
 * @param recent those used lately, newest first
 * @param progress of the test of many, if one is under way
 */
record Content(
    List<Credential> all,
    List<Profile> profiles,
    List<CredentialId> recent,
    Catalogue catalogue,
    Optional<Progress> progress) {
  /** How many a service refused at their last test. */
  int failing() {
    return (int) all.stream().filter(c -> Standing.of(c.lastTest()) == Standing.FAILING).count();
  }
}
