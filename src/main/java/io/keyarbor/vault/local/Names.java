package io.keyarbor.vault.local;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** When two names are the same: apart from case, from how a character is composed, and spaces. */
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
    };
  }

  private static Optional<String> key(Credential credential) {
    return credential.trashed().isPresent()
        ? Optional.empty()
        : Optional.of(credentialKey(credential.details().name()));
  }

  private static String key(Group group) {
    String parent = group.parent().map(GroupId::value).map(Object::toString).orElse("");
    return "group/" + parent + "/" + normalise(group.name());
  }

  static String credentialKey(String name) {
    return "credential/" + normalise(name);
  }

  /** Says what is wrong with a name that cannot be used. */
  static void check(String name) {
    if (name.isBlank()) {
      throw new VaultException.Refused("The name is empty. Give it a name.");
    }
  }

  private static String normalise(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
