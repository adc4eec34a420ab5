package io.keyarbor.vault.local;

import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.MetaJson.OtherContent;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import io.keyarbor.vault.keys.RecordCipher;
import io.keyarbor.vault.local.Snapshot.Item;
import io.keyarbor.vault.store.VaultStore;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import javax.crypto.AEADBadTagException;

/** Finds out what does not fit, once it is known that something does not. */
record DamageSearch(VaultStore store, Stored stored, Map<UUID, Item> items, RecordCipher cipher) {
  String whatIsWrong() {
    String[] found = new String[1];
    store.readVersions(row -> {
      Item item = items.get(row.credentialId());
      if (item == null) {
        found[0] = "a record was deleted, and its secrets were left";
        return;
      }
      try {
        Arrays.fill(cipher.openSecret(row.credentialId(), row.version(), row.secret()), (byte) 0);
      } catch (AEADBadTagException e) {
        found[0] =
            "version "
                + row.version()
                + " of the secrets of "
                + name(item.content())
                + " is not what was written";
      }
    });
    if (found[0] != null) {
      return found[0];
    }
    for (Item item : items.values()) {
      if (item.content() instanceof CredentialContent c) {
        for (int version = 1; version <= c.credential().version(); version++) {
          if (!stored.leaves().hasVersion(item.content().id(), version)) {
            return "version " + version + " of the secrets of " + name(c) + " is missing";
          }
        }
      }
    }
    return "records were deleted, added or put back from an older copy";
  }

  private static String name(Content content) {
    return switch (content) {
      case CredentialContent c -> "“" + c.credential().details().name() + "”";
      case GroupContent g -> "the group “" + g.group().name() + "”";
      case ProfileContent p -> "the profile “" + p.profile().name() + "”";
      case SearchContent s -> "the saved search “" + s.search().name() + "”";
      case OtherContent o -> "the record " + o.id();
    };
  }
}
