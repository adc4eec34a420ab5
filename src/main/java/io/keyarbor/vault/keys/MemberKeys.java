package io.keyarbor.vault.keys;

import io.keyarbor.crypto.Envelope;
import io.keyarbor.crypto.HybridKem;
import io.keyarbor.crypto.Keys;
import io.keyarbor.crypto.Keys.Algorithm;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.store.Rows.MemberRow;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.UUID;

/**
 * A member's private keys in memory: two to receive collection keys with, one to sign with.
 *
 * @param x25519 private, PKCS#8
 * @param mlKem private, PKCS#8
 * @param ed25519 private, PKCS#8
 * @param publicKeys all three public keys, packed as they are stored
 */
@SuppressWarnings("ArrayRecordComponent")
public record MemberKeys(UUID id, Secret x25519, Secret mlKem, Secret ed25519, byte[] publicKeys)
    implements AutoCloseable {
  private static final int PERSON = 1;

  /** A new member's keys. */
  public static MemberKeys generate() {
    KeyPair curve = Keys.generate(Algorithm.X25519);
    KeyPair lattice = Keys.generate(Algorithm.ML_KEM_768);
    KeyPair signing = Keys.generate(Algorithm.ED25519);
    return new MemberKeys(
        UUID.randomUUID(),
        Secret.take(curve.getPrivate().getEncoded()),
        Secret.take(lattice.getPrivate().getEncoded()),
        Secret.take(signing.getPrivate().getEncoded()),
        Binary.pack(
            curve.getPublic().getEncoded(),
            lattice.getPublic().getEncoded(),
            signing.getPublic().getEncoded()));
  }

  /** The row to store: these keys sealed under {@code lock}. */
  public MemberRow seal(UUID vault, byte[] profile, KdfParameters kdf, MemberLock lock) {
    byte[] text =
        x25519.use(x -> mlKem.use(m -> ed25519.use(e -> Binary.pack(x, m, e, publicKeysHash()))));
    try {
      byte[] sealed = new Envelope().seal(lock.wrapKey(), place(vault, id).bytes(), text);
      byte[] checksum =
          checksum(id, PERSON, profile, kdf.bytes(), publicKeys, lock.commitment(), sealed);
      return new MemberRow(
          id, PERSON, profile, kdf.bytes(), publicKeys, lock.commitment(), sealed, checksum);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** Whether a row is as it was written; says nothing of who wrote it. */
  public static boolean isWhole(MemberRow row) {
    return Arrays.equals(
        row.checksum(),
        checksum(
            row.id(),
            row.kind(),
            row.profile(),
            row.kdf(),
            row.publicKeys(),
            row.commitment(),
            row.privateKeys()));
  }

  /**
   * The keys of a row.
   *
   * @throws GeneralSecurityException if anything in it was changed
   */
  public static MemberKeys open(UUID vault, MemberRow row, MemberLock lock)
      throws GeneralSecurityException {
    byte[] text =
        new Envelope().open(lock.wrapKey(), place(vault, row.id()).bytes(), row.privateKeys());
    try {
      byte[][] parts = Binary.unpack(text, 4);
      MemberKeys keys =
          new MemberKeys(
              row.id(),
              Secret.take(parts[0]),
              Secret.take(parts[1]),
              Secret.take(parts[2]),
              row.publicKeys());
      if (!Arrays.equals(parts[3], keys.publicKeysHash())) {
        keys.close();
        throw new GeneralSecurityException("the public keys are not those of the private ones");
      }
      return keys;
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("malformed private keys", e);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /**
   * What others wrap keys with.
   *
   * @throws IllegalArgumentException if malformed
   */
  static HybridKem.PublicKeys receiver(byte[] publicKeys) {
    byte[][] parts = Binary.unpack(publicKeys, 3);
    return new HybridKem.PublicKeys(parts[0], parts[1]);
  }

  /**
   * What others verify signatures with.
   *
   * @throws IllegalArgumentException if malformed
   */
  public static PublicKey verifier(byte[] publicKeys) {
    return Keys.publicKey(Algorithm.ED25519, Binary.unpack(publicKeys, 3)[2]);
  }

  private byte[] publicKeysHash() {
    return new Binary().raw(publicKeys).hash();
  }

  private static byte[] checksum(
      UUID id,
      int kind,
      byte[] profile,
      byte[] kdf,
      byte[] publicKeys,
      byte[] commitment,
      byte[] privateKeys) {
    return new Binary()
        .id(id)
        .number(kind)
        .text(profile)
        .text(kdf)
        .text(publicKeys)
        .text(commitment)
        .text(privateKeys)
        .hash();
  }

  private static Place place(UUID vault, UUID member) {
    return new Place(vault, Place.NONE, 0, member, 0, Kind.MEMBER_KEYS);
  }

  @Override
  public void close() {
    x25519.close();
    mlKem.close();
    ed25519.close();
  }
}
