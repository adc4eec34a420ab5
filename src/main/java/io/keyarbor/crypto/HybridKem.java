package io.keyarbor.crypto;

import io.keyarbor.crypto.Keys.Algorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;

/**
 * Agrees on a key with someone known by public keys, by X25519 and ML-KEM-768 together: it holds
 * while one of the two does.
 *
 * <p>{@code key = HKDF-Expand(HKDF-Extract("", s_mlkem | s_x25519), "keyarbor/1/kem" | capsule |
 * X25519 public key | ML-KEM public key, 32)}; keys in their encodings.
 */
public final class HybridKem {
  private static final byte[] LABEL = "keyarbor/1/kem".getBytes(StandardCharsets.US_ASCII);
  private static final int X25519_ENCODED = 44;

  private HybridKem() {}

  /**
   * What the receiver is known by.
   *
   * @param x25519 SubjectPublicKeyInfo
   * @param mlKem SubjectPublicKeyInfo of ML-KEM-768
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record PublicKeys(byte[] x25519, byte[] mlKem) {}

  /**
   * A key and how the receiver finds it.
   *
   * @param capsule the one-time X25519 public key's encoding (44 bytes), then the ML-KEM ciphertext
   * @param key 32 bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Encapsulated(byte[] capsule, Secret key) implements AutoCloseable {
    @Override
    public void close() {
      key.close();
    }
  }

  /**
   * Makes a key that only the owner of {@code receiver} can find.
   *
   * @throws IllegalArgumentException if those are no public keys
   */
  public static Encapsulated encapsulate(PublicKeys receiver) {
    try {
      KeyPair once = Keys.generate(Algorithm.X25519);
      KEM.Encapsulated lattice =
          KEM.getInstance("ML-KEM")
              .newEncapsulator(Keys.publicKey(Algorithm.ML_KEM_768, receiver.mlKem()))
              .encapsulate();
      byte[] capsule = join(once.getPublic().getEncoded(), lattice.encapsulation());
      byte[] curve = agree(once.getPrivate(), Keys.publicKey(Algorithm.X25519, receiver.x25519()));
      return new Encapsulated(
          capsule, combine(lattice.key().getEncoded(), curve, capsule, receiver));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("unusable public keys", e);
    }
  }

  /**
   * Finds the key again; a changed capsule gives another key or none.
   *
   * @param x25519 private key, PKCS#8
   * @param mlKem private key, PKCS#8
   * @throws GeneralSecurityException if the capsule is malformed
   */
  public static Secret decapsulate(Secret x25519, Secret mlKem, PublicKeys receiver, byte[] capsule)
      throws GeneralSecurityException {
    if (capsule.length <= X25519_ENCODED) {
      throw new GeneralSecurityException("capsule too short");
    }
    try {
      PublicKey once = Keys.publicKey(Algorithm.X25519, Arrays.copyOf(capsule, X25519_ENCODED));
      byte[] lattice =
          KEM.getInstance("ML-KEM")
              .newDecapsulator(Keys.privateKey(Algorithm.ML_KEM_768, mlKem))
              .decapsulate(Arrays.copyOfRange(capsule, X25519_ENCODED, capsule.length))
              .getEncoded();
      byte[] curve = agree(Keys.privateKey(Algorithm.X25519, x25519), once);
      return combine(lattice, curve, capsule, receiver);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("malformed capsule or key", e);
    }
  }

  private static byte[] agree(PrivateKey mine, PublicKey theirs) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(mine);
    agreement.doPhase(theirs, true);
    return agreement.generateSecret();
  }

  /** Wipes both shared secrets. */
  private static Secret combine(byte[] lattice, byte[] curve, byte[] capsule, PublicKeys receiver) {
    Hkdf hkdf = new Hkdf();
    byte[] joined = join(lattice, curve);
    Arrays.fill(lattice, (byte) 0);
    Arrays.fill(curve, (byte) 0);
    try (Secret material = Secret.take(joined);
        Secret extracted = hkdf.extract(new byte[0], material)) {
      return hkdf.expand(extracted, join(LABEL, capsule, receiver.x25519(), receiver.mlKem()), 32);
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer joined = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
