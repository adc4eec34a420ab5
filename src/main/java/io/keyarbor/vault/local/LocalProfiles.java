package io.keyarbor.vault.local;

import io.keyarbor.vault.Profile;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.Profiles;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles of one unlocked collection; sealed as the credentials are, and told apart by nobody.
 */
final class LocalProfiles implements Profiles {
  private final Ledger ledger;

  LocalProfiles(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Profile> all() {
    return ledger.snapshot().profiles();
  }

  @Override
  public Optional<Profile> named(String name) {
    return ledger.named(Names.profileKey(name)).flatMap(ledger.snapshot()::profile);
  }

  @Override
  public Profile add(String name, String description) {
    return ledger.change(batch -> {
      Profile profile = new Profile(ProfileId.random(), name, description, List.of());
      put(batch, profile);
      batch.version(profile.id().value(), 1, Map.of());
      return profile;
    });
  }

  @Override
  public Profile change(Profile profile) {
    profile.check();
    return ledger.change(batch -> {
      known(profile.id());
      put(batch, profile);
      return profile;
    });
  }

  @Override
  public void delete(ProfileId id) {
    ledger.change(batch -> {
      known(id);
      batch.delete(id.value());
      return null;
    });
  }

  private void put(Batch batch, Profile profile) {
    Names.check(profile.name());
    ProfileContent content = new ProfileContent(profile);
    if (ledger.isNameTaken(content)) {
      throw new VaultException.NameTaken(profile.name());
    }
    batch.put(content);
  }

  private void known(ProfileId id) {
    if (ledger.snapshot().profile(id.value()).isEmpty()) {
      throw new VaultException.Refused("The profile is gone. Choose another one.");
    }
  }
}
