package io.keyarbor.vault.local;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.PastVerdict;
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

/** All metadata of an unlocked vault at one moment. Immutable. */
final class Snapshot {
  /**
   * A record in memory.
   *
   * @param rowVersion of the row it came from
   */
  record Item(Content content, int rowVersion) {}

  private final Map<UUID, Item> items;
  private final List<Credential> inUse = new ArrayList<>();
  private final List<Credential> trash = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<SavedSearch> searches = new ArrayList<>();

  /** Takes the map over; nobody changes it from now on. */
  Snapshot(Map<UUID, Item> items) {
    this.items = Collections.unmodifiableMap(items);
    for (Item item : items.values()) {
      switch (item.content()) {
        case CredentialContent c ->
            (c.credential().trashed().isPresent() ? trash : inUse).add(c.credential());
        case GroupContent g -> groups.add(g.group());
        case ProfileContent p -> profiles.add(p.profile());
        case SearchContent s -> searches.add(s.search());
        case OtherContent o -> {}
      }
    }
  }

  Map<UUID, Item> items() {
    return items;
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

  Optional<Credential> credential(UUID id) {
    return Optional.ofNullable(items.get(id))
        .map(Item::content)
        .filter(CredentialContent.class::isInstance)
        .map(content -> ((CredentialContent) content).credential());
  }

  /** What tests of that credential found, newest first. */
  List<PastVerdict> history(UUID credential) {
    return items.get(credential) instanceof Item(CredentialContent c, int version)
        ? c.history()
        : List.of();
  }

  Optional<Group> group(UUID id) {
    return Optional.ofNullable(items.get(id))
        .map(Item::content)
        .filter(GroupContent.class::isInstance)
        .map(content -> ((GroupContent) content).group());
  }

  Optional<Profile> profile(UUID id) {
    return Optional.ofNullable(items.get(id))
        .map(Item::content)
        .filter(ProfileContent.class::isInstance)
        .map(content -> ((ProfileContent) content).profile());
  }
}
