package io.keyarbor.ui.desktop;

import io.keyarbor.vault.Profile;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.Profiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles in memory, for tests of windows. */
final class FakeProfiles implements Profiles {
  private final Map<ProfileId, Profile> all = new LinkedHashMap<>();
  private final Runnable changed;

  FakeProfiles(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public synchronized List<Profile> all() {
    return List.copyOf(all.values());
  }

  @Override
  public synchronized Optional<Profile> named(String name) {
    return all.values().stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }

  @Override
  public Profile add(String name, String description) {
    return change(new Profile(ProfileId.random(), name, description, List.of()));
  }

  @Override
  public synchronized Profile change(Profile profile) {
    all.put(profile.id(), profile);
    changed.run();
    return profile;
  }

  @Override
  public synchronized void delete(ProfileId id) {
    all.remove(id);
    changed.run();
  }
}
