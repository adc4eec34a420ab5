package io.keyarbor.vault.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of a vault as they are stored: identities, counters, times and sealed bytes. Times are
 * milliseconds since 1970, UTC. The arrays are shared, not copied; nobody changes them.
 */
@SuppressWarnings("ArrayRecordComponent")
public final class Rows {
  private Rows() {}

  /** The vault itself. */
  public record VaultRow(UUID id, int format, long createdAt) {}

  /**
   * Who can unlock.
   *
   * @param kind 1 for a person with a password
   * @param profile sealed: what the member is called
   * @param kdf how the password becomes a key; see the vault format
   * @param commitment 32 bytes that only the right password gives
   * @param privateKeys sealed under the password
   * @param checksum SHA-256 of the rest, so that damage is not taken for a wrong password
   */
  public record MemberRow(
      UUID id,
      int kind,
      byte[] profile,
      byte[] kdf,
      byte[] publicKeys,
      byte[] commitment,
      byte[] privateKeys,
      byte[] checksum) {}

  /**
   * The unit of sharing and of keys.
   *
   * @param profile sealed: what it and the vault are called
   */
  public record CollectionRow(UUID id, int epoch, byte[] profile) {}

  /**
   * A collection's keys, wrapped for one member.
   *
   * @param kem the capsule that the member finds the wrapping key with
   * @param keys the sealed keys
   * @param signature of whoever granted it, on all else
   */
  public record CollectionKeyRow(
      UUID collectionId,
      int epoch,
      UUID memberId,
      byte[] kem,
      byte[] keys,
      UUID grantedBy,
      byte[] signature) {}

  /**
   * A sealed record: a credential or a group.
   *
   * @param version grows with every save of this row
   * @param nameTag empty while in the trash
   */
  public record CredentialRow(
      UUID id,
      UUID collectionId,
      int epoch,
      int version,
      Optional<byte[]> nameTag,
      byte[] meta,
      long updatedAt) {}

  /** The sealed secrets of a record at one time. */
  public record VersionRow(
      UUID credentialId, int version, int epoch, byte[] secret, long createdAt, UUID author) {}

  /** What a collection holds, signed. */
  public record ManifestRow(
      UUID collectionId,
      long counter,
      byte[] digest,
      byte[] auditHead,
      UUID signer,
      byte[] signature) {}

  /**
   * All but the records.
   *
   * @param auditHead hash of the newest audit event, 32 zero bytes if there is none
   */
  public record Header(
      VaultRow vault,
      List<MemberRow> members,
      List<CollectionRow> collections,
      List<CollectionKeyRow> keys,
      List<ManifestRow> manifests,
      byte[] auditHead) {}

  /**
   * What is written in one transaction.
   *
   * @param added rows of new records
   * @param updated rows that take the place of those with their ids
   * @param versions new states of secrets
   * @param deleted records that go, with their versions
   * @param manifest the state after it
   * @param replaces counter of the manifest it takes the place of
   */
  public record Change(
      List<CredentialRow> added,
      List<CredentialRow> updated,
      List<VersionRow> versions,
      List<UUID> deleted,
      ManifestRow manifest,
      long replaces) {}
}
