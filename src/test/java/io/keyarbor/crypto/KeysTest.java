package io.keyarbor.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.HybridKem.Encapsulated;
import io.keyarbor.crypto.HybridKem.PublicKeys;
import io.keyarbor.crypto.Keys.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final KeyPair CURVE = Keys.generate(Algorithm.X25519);
  private static final KeyPair LATTICE = Keys.generate(Algorithm.ML_KEM_768);
  private static final PublicKeys RECEIVER =
      new PublicKeys(CURVE.getPublic().getEncoded(), LATTICE.getPublic().getEncoded());

  private static Secret secret(KeyPair pair) {
    return Secret.take(pair.getPrivate().getEncoded());
  }

  @Property(tries = 60)
  void onlyTheReceiverFindsTheKey(@ForAll @IntRange(max = 1131) int at) throws Exception {
    try (Secret curve = secret(CURVE);
        Secret lattice = secret(LATTICE);
        Encapsulated sent = HybridKem.encapsulate(RECEIVER)) {
      assertEquals(1132, sent.capsule().length);
      try (Secret found = HybridKem.decapsulate(curve, lattice, RECEIVER, sent.capsule())) {
        assertTrue(found.sameAs(sent.key()));
      }
      byte[] bent = sent.capsule().clone();
      bent[at] ^= 1;
      try (Secret found = HybridKem.decapsulate(curve, lattice, RECEIVER, bent)) {
        assertFalse(found.sameAs(sent.key()), "byte " + at);
      } catch (GeneralSecurityException refused) {
        assertFalse(refused.getMessage().isEmpty());
      }
    }
  }

  @Test
  void eitherPrivateKeyAloneIsNotEnough() throws Exception {
    try (Secret curve = secret(CURVE);
        Secret lattice = secret(LATTICE);
        Secret otherCurve = secret(Keys.generate(Algorithm.X25519));
        Secret otherLattice = secret(Keys.generate(Algorithm.ML_KEM_768));
        Encapsulated sent = HybridKem.encapsulate(RECEIVER);
        Secret one = HybridKem.decapsulate(curve, otherLattice, RECEIVER, sent.capsule());
        Secret two = HybridKem.decapsulate(otherCurve, lattice, RECEIVER, sent.capsule())) {
      assertFalse(one.sameAs(sent.key()));
      assertFalse(two.sameAs(sent.key()));
    }
  }

  @Test
  void aSignatureHoldsForItsTextAndKeyOnly() {
    KeyPair signer = Keys.generate(Algorithm.ED25519);
    try (Secret key = secret(signer)) {
      byte[] signature = Signatures.sign(key, new byte[] {1});
      assertTrue(Signatures.verify(signer.getPublic(), new byte[] {1}, signature));
      assertFalse(Signatures.verify(signer.getPublic(), new byte[] {2}, signature));
      assertFalse(
          Signatures.verify(
              Keys.generate(Algorithm.ED25519).getPublic(), new byte[] {1}, signature));
      assertFalse(Signatures.verify(signer.getPublic(), new byte[] {1}, new byte[64]));
      assertFalse(Signatures.verify(signer.getPublic(), new byte[] {1}, new byte[3]));
    }
  }

  @Test
  void whatIsNoKeyIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Keys.publicKey(Algorithm.X25519, new byte[] {1, 2}));
    try (Secret none = Secret.random(40)) {
      assertThrows(IllegalArgumentException.class, () -> Keys.privateKey(Algorithm.ED25519, none));
    }
  }

  /** RFC 5869, test case 1. */
  @Test
  void hkdfGivesThePublishedBytes() {
    HexFormat hex = HexFormat.of();
    Hkdf hkdf = new Hkdf();
    try (Secret material = Secret.take(hex.parseHex("0b".repeat(22)));
        Secret extracted = hkdf.extract(hex.parseHex("000102030405060708090a0b0c"), material);
        Secret expanded = hkdf.expand(extracted, hex.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42)) {
      assertEquals(
          "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
          extracted.use(hex::formatHex));
      assertEquals(
          "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
          expanded.use(hex::formatHex));
    }
  }
}
