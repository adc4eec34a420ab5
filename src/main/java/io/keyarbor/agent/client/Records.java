package io.keyarbor.agent.client;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.MetaJson.OtherContent;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All metadata of a vault at one moment. Immutable. */
final class Records {
  private final Map<UUID, Content> all;
  private final List<Credential> inUse = new ArrayList<>();
  private final List<Credential> trash = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<SavedSearch> searches = new ArrayList<>();

  /** Takes the map over; nobody changes it from now on. */
  Records(Map<UUID, Content> all) {
    this.all = all;
    for (Content content : all.values()) {
      switch (content) {
        case CredentialContent c ->
            (c.credential().trashed().isPresent() ? trash : inUse).add(c.credential());
        case GroupContent g -> groups.add(g.group());
        case ProfileContent p -> profiles.add(p.profile());
        case SearchContent s -> searches.add(s.search());
        case OtherContent o -> {}
      }
    }
  }

  List<Credential> inUse() {
    return Collections.unmodifiableList(inUse);
  }

  List<Credential> trash() {
    return Collections.unmodifiableList(trash);
  }

  List<Group> groups() {
    return Collections.unmodifiableList(groups);
  }

  List<Profile> profiles() {
    return Collections.unmodifiableList(profiles);
  }

  List<SavedSearch> searches() {
    return Collections.unmodifiableList(searches);
  }

  /** The credential of that id, with its history. */
  Optional<CredentialContent> credential(UUID id) {
    return Optional.ofNullable(all.get(id))
        .filter(CredentialContent.class::isInstance)
        .map(CredentialContent.class::cast);
  }
}
