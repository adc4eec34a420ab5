package io.keyarbor.vault.local;

import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.NameRecord;
import io.keyarbor.vault.keys.CollectionKeys;
import io.keyarbor.vault.keys.Kind;
import io.keyarbor.vault.keys.MemberKeys;
import io.keyarbor.vault.keys.MemberLock;
import io.keyarbor.vault.keys.RecordCipher;
import io.keyarbor.vault.local.Snapshot.Item;
import io.keyarbor.vault.store.Rows.CollectionKeyRow;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.VaultStore;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.AEADBadTagException;

/** Opens the seals of a file that was read, and checks that nothing in it was changed. */
final class Unlocking {
  private final VaultStore store;
  private final Path file;
  private final Stored stored;

  Unlocking(VaultStore store, Stored stored) {
    this.store = store;
    this.file = store.file();
    this.stored = stored;
  }

  /**
   * Opens it.
   *
   * @throws VaultException.Damaged with the place, if a seal or the manifest does not hold
   */
  Opened with(MemberLock lock) {
    MemberKeys member = member(lock);
    try {
      PublicKey signer = MemberKeys.verifier(stored.member().publicKeys());
      CollectionKeys keys = collectionKeys(member, signer);
      try {
        RecordCipher cipher = new RecordCipher(keys);
        NameRecord collection =
            profile(
                cipher,
                stored.collection().id(),
                Kind.COLLECTION_PROFILE,
                stored.collection().profile());
        NameRecord profile =
            profile(cipher, member.id(), Kind.MEMBER_PROFILE, stored.member().profile());
        Map<UUID, Item> items = items(keys);
        if (!stored.isAsSigned(signer)) {
          throw damaged(new DamageSearch(store, stored, items, cipher).whatIsWrong());
        }
        stored.credentials().clear();
        return new Opened(stored, member, keys, items, collection, profile);
      } catch (RuntimeException e) {
        keys.close();
        throw e;
      }
    } catch (RuntimeException e) {
      member.close();
      throw e;
    }
  }

  private MemberKeys member(MemberLock lock) {
    try {
      return MemberKeys.open(stored.vaultId(), stored.member(), lock);
    } catch (GeneralSecurityException e) {
      throw damaged("the member's keys are not what was written");
    }
  }

  private CollectionKeys collectionKeys(MemberKeys member, PublicKey signer) {
    CollectionKeyRow row = stored.header().keys().getFirst();
    boolean fits =
        row.collectionId().equals(stored.collection().id())
            && row.epoch() == stored.collection().epoch()
            && row.memberId().equals(member.id())
            && row.grantedBy().equals(member.id());
    try {
      if (!fits) {
        throw new GeneralSecurityException("a row of something else");
      }
      return CollectionKeys.unwrap(stored.vaultId(), row, member, signer);
    } catch (GeneralSecurityException e) {
      throw damaged("the collection's keys are not what was written");
    }
  }

  private NameRecord profile(RecordCipher cipher, UUID owner, Kind kind, byte[] sealed) {
    try {
      return NameRecord.read(cipher.openProfile(owner, kind, sealed));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw damaged("the name of the vault or of its member is not what was written");
    }
  }

  private Map<UUID, Item> items(CollectionKeys keys) {
    List<CredentialRow> rows = stored.credentials();
    Item[] items = new Item[rows.size()];
    int parts =
        Math.max(1, Math.min(rows.size() / 64, 4 * Runtime.getRuntime().availableProcessors()));
    IntStream.range(0, parts)
        .parallel()
        .forEach(part -> {
          RecordCipher cipher = new RecordCipher(keys);
          int end = (int) ((long) rows.size() * (part + 1) / parts);
          for (int i = (int) ((long) rows.size() * part / parts); i < end; i++) {
            items[i] = open(cipher, keys, rows.get(i));
          }
        });
    Map<UUID, Item> byId = HashMap.newHashMap(items.length);
    for (Item item : items) {
      byId.put(item.content().id(), item);
    }
    return byId;
  }

  private Item open(RecordCipher cipher, CollectionKeys keys, CredentialRow row) {
    try {
      if (!row.collectionId().equals(keys.collection()) || row.epoch() != keys.epoch()) {
        throw new AEADBadTagException();
      }
      Content content =
          MetaJson.read(row.id(), cipher.openMeta(row.id(), row.version(), row.meta()));
      return new Item(content, row.version());
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw damaged("the record " + row.id() + " is not what was written");
    }
  }

  private VaultException.Damaged damaged(String what) {
    return new VaultException.Damaged(file, what, null);
  }
}
