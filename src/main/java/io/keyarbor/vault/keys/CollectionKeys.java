package io.keyarbor.vault.keys;

import io.keyarbor.crypto.Envelope;
import io.keyarbor.crypto.Hkdf;
import io.keyarbor.crypto.HybridKem;
import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Signatures;
import io.keyarbor.vault.store.Rows.CollectionKeyRow;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A collection's keys in memory.
 *
 * @param meta opens what is listed and searched
 * @param secret opens secrets
 */
public record CollectionKeys(UUID vault, UUID collection, int epoch, Secret meta, Secret secret)
    implements AutoCloseable {

  /** New random keys of a new collection. */
  public static CollectionKeys generate(UUID vault, UUID collection) {
    return new CollectionKeys(vault, collection, 1, Secret.random(32), Secret.random(32));
  }

  /** These keys for a member, signed by the member who grants them. */
  public CollectionKeyRow wrap(UUID member, byte[] publicKeys, MemberKeys granter) {
    try (HybridKem.Encapsulated kem = HybridKem.encapsulate(MemberKeys.receiver(publicKeys))) {
      byte[] text = meta.use(m -> secret.use(s -> Binary.pack(m, s)));
      byte[] sealed;
      try {
        sealed =
            new Envelope().seal(kem.key(), place(vault, collection, epoch, member).bytes(), text);
      } finally {
        Arrays.fill(text, (byte) 0);
      }
      byte[] grant = grant(vault, collection, epoch, member, kem.capsule(), sealed, granter.id());
      return new CollectionKeyRow(
          collection,
          epoch,
          member,
          kem.capsule(),
          sealed,
          granter.id(),
          Signatures.sign(granter.ed25519(), grant));
    }
  }

  /**
   * The keys that a row holds for {@code member}.
   *
   * @param granter public key of the row's {@code grantedBy}
   * @throws GeneralSecurityException if anything in it was changed
   */
  public static CollectionKeys unwrap(
      UUID vault, CollectionKeyRow row, MemberKeys member, PublicKey granter)
      throws GeneralSecurityException {
    byte[] grant =
        grant(
            vault,
            row.collectionId(),
            row.epoch(),
            row.memberId(),
            row.kem(),
            row.keys(),
            row.grantedBy());
    if (!Signatures.verify(granter, grant, row.signature())) {
      throw new GeneralSecurityException("bad signature");
    }
    try (Secret key =
        HybridKem.decapsulate(
            member.x25519(), member.mlKem(), MemberKeys.receiver(member.publicKeys()), row.kem())) {
      Place place = place(vault, row.collectionId(), row.epoch(), row.memberId());
      byte[] text = new Envelope().open(key, place.bytes(), row.keys());
      try {
        byte[][] parts = Binary.unpack(text, 2);
        return new CollectionKeys(
            vault, row.collectionId(), row.epoch(), Secret.take(parts[0]), Secret.take(parts[1]));
      } catch (IllegalArgumentException e) {
        throw new GeneralSecurityException("malformed keys", e);
      } finally {
        Arrays.fill(text, (byte) 0);
      }
    }
  }

  /** A tag by which equal names are found without being read: HMAC-SHA-256 of {@code name}. */
  public byte[] nameTag(byte[] name) {
    try (Secret key = new Hkdf().expand(meta, Labels.NAME, 32)) {
      return key.use(bytes -> {
        try {
          Mac mac = Mac.getInstance("HmacSHA256");
          mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
          return mac.doFinal(name);
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException(e);
        }
      });
    }
  }

  private static byte[] grant(
      UUID vault, UUID collection, int epoch, UUID member, byte[] kem, byte[] keys, UUID granter) {
    return new Binary()
        .raw(Labels.GRANT)
        .id(vault)
        .id(collection)
        .number(epoch)
        .id(member)
        .text(kem)
        .text(keys)
        .id(granter)
        .hash();
  }

  private static Place place(UUID vault, UUID collection, int epoch, UUID member) {
    return new Place(vault, collection, epoch, member, 0, Kind.COLLECTION_KEYS);
  }

  @Override
  public void close() {
    meta.close();
    secret.close();
  }
}
