package io.keyarbor.vault.local;

import io.keyarbor.vault.codec.NameRecord;
import io.keyarbor.vault.keys.CollectionKeys;
import io.keyarbor.vault.keys.KdfParameters;
import io.keyarbor.vault.keys.Kind;
import io.keyarbor.vault.keys.Manifest;
import io.keyarbor.vault.keys.MemberKeys;
import io.keyarbor.vault.keys.MemberLock;
import io.keyarbor.vault.keys.RecordCipher;
import io.keyarbor.vault.store.Rows.CollectionRow;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.Rows.VaultRow;
import java.util.List;
import java.util.UUID;

/** The rows of a vault with one member, one collection and nothing in it. */
final class NewVault {
  private static final String COLLECTION = "Personal";
  private static final String MEMBER = "Owner";

  private NewVault() {}

  static Header header(
      String name, int format, long now, KdfParameters parameters, MemberLock lock) {
    VaultRow vault = new VaultRow(UUID.randomUUID(), format, now);
    UUID collectionId = UUID.randomUUID();
    byte[] noEvents = new byte[32];
    try (MemberKeys member = MemberKeys.generate();
        CollectionKeys keys = CollectionKeys.generate(vault.id(), collectionId)) {
      RecordCipher cipher = new RecordCipher(keys);
      CollectionRow collection =
          new CollectionRow(
              collectionId,
              keys.epoch(),
              cipher.sealProfile(
                  collectionId, Kind.COLLECTION_PROFILE, new NameRecord(COLLECTION, name).write()));
      byte[] profile =
          cipher.sealProfile(member.id(), Kind.MEMBER_PROFILE, new NameRecord(MEMBER, "").write());
      byte[] digest = new Manifest().digest(vault, collection, List.of());
      return new Header(
          vault,
          List.of(member.seal(vault.id(), profile, parameters, lock)),
          List.of(collection),
          List.of(keys.wrap(member.id(), member.publicKeys(), member)),
          List.of(Manifest.sign(vault.id(), collectionId, 1, digest, noEvents, member)),
          noEvents);
    }
  }
}
