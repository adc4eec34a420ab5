package io.keyarbor.vault.keys;

import io.keyarbor.crypto.Signatures;
import io.keyarbor.vault.store.Rows.CollectionRow;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.ManifestRow;
import io.keyarbor.vault.store.Rows.VaultRow;
import io.keyarbor.vault.store.Rows.VersionRow;
import java.security.PublicKey;
import java.util.Collection;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The hashes that tell whether anything of a collection was changed, deleted, added or put back.
 * Every column of every row is in them. Not for several threads at once.
 */
public final class Manifest {
  private final Binary binary = new Binary();

  /** Hash of a record's row. */
  public byte[] hash(CredentialRow row) {
    binary.id(row.id()).id(row.collectionId()).number(row.epoch()).number(row.version());
    row.nameTag().ifPresentOrElse(binary::text, () -> binary.number(-1));
    return binary.number(row.updatedAt()).text(row.meta()).hash();
  }

  /** Hash of a version's row. */
  public byte[] hash(VersionRow row) {
    return binary
        .id(row.credentialId())
        .number(row.version())
        .number(row.epoch())
        .number(row.createdAt())
        .id(row.author())
        .text(row.secret())
        .hash();
  }

  /** Hash of a record with all its versions. */
  public byte[] leaf(byte[] row, SortedMap<Integer, byte[]> versions) {
    binary.raw(row).number(versions.size());
    versions.values().forEach(binary::raw);
    return binary.hash();
  }

  /**
   * Digest of a whole collection.
   *
   * @param leaves of all records, in the order of their ids as unsigned bytes
   */
  public byte[] digest(VaultRow vault, CollectionRow collection, Collection<byte[]> leaves) {
    binary
        .raw(Labels.MANIFEST)
        .id(vault.id())
        .number(vault.createdAt())
        .id(collection.id())
        .number(collection.epoch())
        .text(collection.profile())
        .number(leaves.size());
    leaves.forEach(binary::raw);
    return binary.hash();
  }

  /** The signed row. */
  public static ManifestRow sign(
      UUID vault,
      UUID collection,
      long counter,
      byte[] digest,
      byte[] auditHead,
      MemberKeys signer) {
    byte[] signed = signed(vault, collection, counter, digest, auditHead, signer.id());
    return new ManifestRow(
        collection,
        counter,
        digest,
        auditHead,
        signer.id(),
        Signatures.sign(signer.ed25519(), signed));
  }

  /** Whether the signature is that of {@code signer} on the rest. */
  public static boolean verify(UUID vault, ManifestRow row, PublicKey signer) {
    byte[] signed =
        signed(
            vault, row.collectionId(), row.counter(), row.digest(), row.auditHead(), row.signer());
    return Signatures.verify(signer, signed, row.signature());
  }

  private static byte[] signed(
      UUID vault, UUID collection, long counter, byte[] digest, byte[] auditHead, UUID signer) {
    return new Binary()
        .raw(Labels.MANIFEST)
        .id(vault)
        .id(collection)
        .number(counter)
        .text(digest)
        .text(auditHead)
        .id(signer)
        .hash();
  }
}
