package io.keyarbor.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.HybridKem;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Keys;
import io.keyarbor.crypto.Keys.Algorithm;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.codec.MetaJson;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.SecretFields;
import io.keyarbor.vault.keys.CollectionKeys;
import io.keyarbor.vault.keys.KdfParameters;
import io.keyarbor.vault.keys.Kind;
import io.keyarbor.vault.keys.Manifest;
import io.keyarbor.vault.keys.MemberKeys;
import io.keyarbor.vault.keys.MemberLock;
import io.keyarbor.vault.keys.Place;
import io.keyarbor.vault.keys.RecordCipher;
import io.keyarbor.vault.store.Rows.CollectionRow;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.ManifestRow;
import io.keyarbor.vault.store.Rows.VaultRow;
import io.keyarbor.vault.store.Rows.VersionRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What vault-format.md says is what the program does. */
class VaultFormatTest {
  private static final UUID VAULT = UUID.fromString("00010203-0405-4607-8809-0a0b0c0d0e0f");
  private static final UUID COLLECTION = UUID.fromString("10111213-1415-4617-9819-1a1b1c1d1e1f");
  private static final UUID RECORD = UUID.fromString("f0f1f2f3-f4f5-46f7-b8f9-fafbfcfdfeff");
  private static final UUID MEMBER = UUID.fromString("30313233-3435-4637-b839-3a3b3c3d3e3f");
  private static Map<String, byte[]> vectors;

  @BeforeAll
  static void readThePage() throws Exception {
    vectors = new HashMap<>();
    String page = Files.readString(Path.of("src/site/markdown/vault-format.md"));
    Matcher blocks = Pattern.compile("```vectors\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (blocks.find()) {
      Matcher vector =
          Pattern.compile("([a-z0-9_.]+) =\n((?:  [0-9a-f]+\n)+)").matcher(blocks.group(1));
      while (vector.find()) {
        vectors.put(
            vector.group(1), HexFormat.of().parseHex(vector.group(2).replaceAll("\\s", "")));
      }
    }
    assertEquals(29, vectors.size(), vectors.keySet().toString());
  }

  private static byte[] vector(String name) {
    return vectors.get(name);
  }

  private static Secret secret(String name) {
    return Secret.copyOf(vector(name));
  }

  private static CollectionKeys keys() {
    return new CollectionKeys(
        VAULT, COLLECTION, 1, secret("collection.k_meta"), secret("collection.k_secret"));
  }

  @Test
  void aPasswordGivesTheseKeys() {
    KdfParameters parameters = KdfParameters.read(vector("kdf.stored"));
    assertEquals(KdfCost.FLOOR, parameters.cost());
    assertArrayEquals(vector("kdf.stored"), parameters.bytes());
    try (Secret password = secret("kdf.password");
        Secret keyFile = secret("kdf.key_file");
        MemberLock alone = MemberLock.derive(password, Optional.empty(), parameters);
        MemberLock both = MemberLock.derive(password, Optional.of(keyFile), parameters)) {
      assertArrayEquals(vector("kdf.wrap_key"), alone.wrapKey().use(byte[]::clone));
      assertTrue(alone.matches(vector("kdf.commitment")));
      assertArrayEquals(vector("kdf.with_key_file.wrap_key"), both.wrapKey().use(byte[]::clone));
      assertTrue(both.matches(vector("kdf.with_key_file.commitment")));
    }
  }

  @Test
  void aRecordOpensAtItsPlace() throws Exception {
    assertArrayEquals(
        vector("place.bytes"), new Place(VAULT, COLLECTION, 1, RECORD, 2, Kind.META).bytes());
    try (CollectionKeys keys = keys()) {
      RecordCipher cipher = new RecordCipher(keys);
      assertArrayEquals(vector("meta.text"), cipher.openMeta(RECORD, 2, vector("meta.sealed")));
      assertArrayEquals(
          vector("secret.text"), cipher.openSecret(RECORD, 1, vector("secret.sealed")));
      assertArrayEquals(vector("name.tag"), keys.nameTag(vector("name.text")));
    }
    CredentialContent content = (CredentialContent) MetaJson.read(RECORD, vector("meta.text"));
    assertEquals("Production", content.credential().details().name());
    assertArrayEquals(vector("meta.text"), MetaJson.write(content));
    Map<String, Secret> secrets = SecretFields.read(vector("secret.text"));
    assertEquals("sesame", TestVaults.text(secrets.get("token")));
    assertArrayEquals(vector("secret.text"), SecretFields.write(secrets));
  }

  @Test
  void aManifestIsMadeAndSignedLikeThis() {
    Manifest manifest = new Manifest();
    byte[] row =
        manifest.hash(
            new CredentialRow(
                RECORD,
                COLLECTION,
                1,
                2,
                Optional.of(vector("name.tag")),
                vector("meta.sealed"),
                1790000000001L));
    byte[] version =
        manifest.hash(
            new VersionRow(RECORD, 1, 1, vector("secret.sealed"), 1790000000000L, MEMBER));
    assertArrayEquals(vector("manifest.row_hash"), row);
    assertArrayEquals(vector("manifest.version_hash"), version);
    byte[] leaf = manifest.leaf(row, new TreeMap<>(Map.of(1, version)));
    assertArrayEquals(vector("manifest.leaf"), leaf);
    byte[] digest =
        manifest.digest(
            new VaultRow(VAULT, 1, 1790000000000L),
            new CollectionRow(COLLECTION, 1, "profile".getBytes(StandardCharsets.UTF_8)),
            List.of(leaf));
    assertArrayEquals(vector("manifest.digest"), digest);
    try (MemberKeys signer =
        new MemberKeys(
            MEMBER,
            Secret.random(1),
            Secret.random(1),
            secret("manifest.private_key"),
            new byte[0])) {
      assertArrayEquals(
          vector("manifest.signature"),
          Manifest.sign(VAULT, COLLECTION, 7, digest, new byte[32], signer).signature());
    }
    assertTrue(
        Manifest.verify(
            VAULT,
            new ManifestRow(
                COLLECTION, 7, digest, new byte[32], MEMBER, vector("manifest.signature")),
            Keys.publicKey(Algorithm.ED25519, vector("manifest.public_key"))));
  }

  @Test
  void theReceiverFindsTheKeyInTheCapsule() throws Exception {
    var receiver =
        new HybridKem.PublicKeys(vector("kem.x25519_public"), vector("kem.ml_kem_public"));
    try (Secret curve = secret("kem.x25519_private");
        Secret lattice = secret("kem.ml_kem_private");
        Secret key = HybridKem.decapsulate(curve, lattice, receiver, vector("kem.capsule"))) {
      assertArrayEquals(vector("kem.key"), key.use(byte[]::clone));
    }
  }
}
