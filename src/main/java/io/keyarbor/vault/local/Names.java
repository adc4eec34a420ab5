package io.keyarbor.vault.local;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.NameKey;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.MetaJson.OtherContent;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import java.util.Optional;

/** What must be unique among names that {@link NameKey} says are the same. */
final class Names {
  private Names() {}

  /**
   * What must be unique in the collection: a credential's name, a group's name within its parent.
   * Empty for what is in the trash.
   */
  static Optional<String> key(Content content) {
    return switch (content) {
      case CredentialContent c -> key(c.credential());
      case GroupContent g -> Optional.of(key(g.group()));
      case ProfileContent p -> Optional.of(profileKey(p.profile().name()));
      case SearchContent s -> Optional.of("search/" + NameKey.of(s.search().name()));
      case OtherContent o -> Optional.empty();
    };
  }

  private static Optional<String> key(Credential credential) {
    return credential.trashed().isPresent()
        ? Optional.empty()
        : Optional.of(credentialKey(credential.details().name()));
  }

  private static String key(Group group) {
    String parent = group.parent().map(GroupId::value).map(Object::toString).orElse("");
    return "group/" + parent + "/" + NameKey.of(group.name());
  }

  static String credentialKey(String name) {
    return "credential/" + NameKey.of(name);
  }

  static String profileKey(String name) {
    return "profile/" + NameKey.of(name);
  }

  /** Says what is wrong with a name that cannot be used. */
  static void check(String name) {
    if (name.isBlank()) {
      throw new VaultException.Refused("The name is empty. Give it a name.");
    }
  }
}
