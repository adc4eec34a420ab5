package io.keyarbor.storage;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed in a vault's file is told when it is unlocked, with the right words. */
class TamperTest {
  @TempDir static Path template;
  private static Credential first;
  private static Credential second;

  @TempDir Path folder;
  private Path file;
  private LocalVault vault;

  @BeforeAll
  static void createAVault() throws Exception {
    LocalVault vault = TestVaults.vault(template.resolve("state"));
    Session session = vault.create(template.resolve("vault"), "Mine", key("pw"));
    Credentials credentials = session.credentials();
    first = credentials.add(details("First"), secrets("token", "one"));
    second = credentials.add(details("Second"), secrets("token", "other"));
    session.groups().add("Group", Optional.empty());
    vault.lock();
    Files.copy(template.resolve("vault"), template.resolve("yesterday"));
    vault.unlock(template.resolve("vault"), key("pw"), false);
    first = credentialsOf(vault).edit(first, details("First"), secrets("token", "two"), Set.of());
    credentialsOf(vault).recordTest(first.id(), 2, found(Reason.OK));
    vault.lock();
    Files.copy(template.resolve("vault"), template.resolve("before-the-bad-verdict"));
    vault.unlock(template.resolve("vault"), key("pw"), false);
    credentialsOf(vault).recordTest(first.id(), 2, found(Reason.EXPIRED));
    vault.lock();
  }

  private static Verdict found(Reason reason) {
    return new Verdict(
        reason,
        reason.advice(),
        Instant.EPOCH,
        Duration.ZERO,
        Map.of(),
        List.of(),
        new Expiry.Unknown(),
        List.of(),
        Optional.empty());
  }

  private static Credentials credentialsOf(LocalVault vault) {
    return vault.session().orElseThrow().credentials();
  }

  @BeforeEach
  void copyIt() throws Exception {
    file = Files.copy(template.resolve("vault"), folder.resolve("vault"));
    vault = TestVaults.vault(folder.resolve("state"));
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private void change(String... statements) throws Exception {
    try (Connection connection = Engine.open(file)) {
      Engine.run(connection, List.of(statements));
    }
  }

  private String toldAsDamage() {
    var e = assertThrows(VaultException.Damaged.class, () -> vault.unlock(file, key("pw"), false));
    assertTrue(e.getMessage().contains("is damaged or was changed: "), e.getMessage());
    assertTrue(e.getMessage().contains("Restore a backup"), e.getMessage());
    return e.getMessage();
  }

  private static String flip(String column, int at) {
    // One bit of one byte, wherever the value is longer than that.
    return "SUBSTRING("
        + column
        + ", 1, "
        + at
        + ") || CASE WHEN SUBSTRING("
        + column
        + ", "
        + (at + 1)
        + ", 1) = X'00' THEN X'01' ELSE X'00' END || SUBSTRING("
        + column
        + ", "
        + (at + 2)
        + ")";
  }

  @ParameterizedTest
  @CsvSource({
    "member, profile, 0, the member's record",
    "member, kdf, 20, the member's record",
    "member, kdf, 1, the member's record",
    "member, public_keys, 40, the member's record",
    "member, commitment, 3, the member's record",
    "member, private_keys, 99, the member's record",
    "member, checksum, 5, the member's record",
    "collection, profile, 30, the name of the vault",
    "collection_key, kem, 60, the collection's keys",
    "collection_key, sealed_keys, 60, the collection's keys",
    "collection_key, signature, 9, the collection's keys",
    "credential, meta, 0, the record",
    "credential, meta, 40, the record",
    "credential_version, secret, 0, of the secrets of",
    "credential_version, secret, 200, of the secrets of",
    "credential, name_tag, 7, 'deleted, added or put back'",
    "manifest, digest, 7, 'deleted, added or put back'",
    "manifest, audit_head, 7, 'deleted, added or put back'",
    "manifest, signature, 7, 'deleted, added or put back'"
  })
  void aFlippedByteIsTold(String table, String column, int at, String words) throws Exception {
    change("UPDATE " + table + " SET " + column + " = " + flip(column, at));
    String message = toldAsDamage();
    assertTrue(message.contains(words), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE credential SET updated_at = updated_at + 1",
        "UPDATE credential SET epoch = 2",
        "UPDATE credential SET version = version + 1",
        "UPDATE credential_version SET created_at = 0",
        "UPDATE credential_version SET author = RANDOM_UUID()",
        "UPDATE collection SET epoch = 2",
        "UPDATE vault SET created_at = 0",
        "UPDATE vault SET format = 2",
        "UPDATE vault SET id = RANDOM_UUID()",
        "UPDATE manifest SET counter = counter + 100",
        "DELETE FROM member",
        "DELETE FROM collection_key",
        "DELETE FROM manifest",
        "DELETE FROM vault",
        "DELETE FROM credential_version",
        "INSERT INTO audit_event VALUES(1, X'00', X'00', X'01')",
        "INSERT INTO collection VALUES(RANDOM_UUID(), 1, X'00')",
        "INSERT INTO credential_version SELECT credential_id, version + 7, epoch, secret,"
            + " created_at, author FROM credential_version"
      })
  void anyOtherChangeIsTold(String statement) throws Exception {
    change(statement);
    toldAsDamage();
  }

  @Test
  void aDeletedRecordIsTold() throws Exception {
    change("DELETE FROM credential WHERE id = '" + first.id().value() + "'");
    assertTrue(toldAsDamage().contains("a record was deleted"));
  }

  @Test
  void aRecordDeletedWithItsSecretsIsTold() throws Exception {
    change(
        "DELETE FROM credential WHERE id = '" + first.id().value() + "'",
        "DELETE FROM credential_version WHERE credential_id = '" + first.id().value() + "'");
    assertTrue(toldAsDamage().contains("deleted, added or put back"));
  }

  @Test
  void aDeletedOldVersionIsTold() throws Exception {
    change(
        "DELETE FROM credential_version WHERE version = 1 AND credential_id = '"
            + first.id().value()
            + "'");
    String message = toldAsDamage();
    assertTrue(message.contains("version 1 of the secrets of “First” is missing"), message);
  }

  @Test
  void twoSwappedRecordsAreTold() throws Exception {
    change(
        "CREATE LOCAL TEMPORARY TABLE s AS SELECT id, meta FROM credential",
        "UPDATE credential c SET meta = (SELECT meta FROM s WHERE s.id <> c.id LIMIT 1)");
    assertTrue(toldAsDamage().contains("the record"));
  }

  @Test
  void twoSwappedSecretsAreTold() throws Exception {
    change(
        "UPDATE credential_version SET secret = (SELECT secret FROM credential_version"
            + " WHERE credential_id = '"
            + second.id().value()
            + "') WHERE version = 2");
    assertTrue(toldAsDamage().contains("version 2 of the secrets of “First”"));
  }

  @Test
  void anOlderVersionPutBackIsTold() throws Exception {
    putBackTheRecordOf("yesterday", 3);
    assertTrue(toldAsDamage().contains("put back from an older copy"));
  }

  @Test
  void aHistoryPutBackFromBeforeABadVerdictIsTold() throws Exception {
    putBackTheRecordOf("before-the-bad-verdict", 1);
    assertTrue(toldAsDamage().contains("put back from an older copy"));
  }

  /** As it was so many saves ago. */
  private void putBackTheRecordOf(String older, int saves) throws Exception {
    Path copy = Files.copy(template.resolve(older), folder.resolve(older));
    byte[] meta;
    try (Connection old = Engine.open(copy);
        var row =
            old.createStatement()
                .executeQuery(
                    "SELECT meta FROM credential WHERE id = '" + first.id().value() + "'")) {
      assertTrue(row.next());
      meta = row.getBytes(1);
    }
    try (Connection now = Engine.open(file);
        var update =
            now.prepareStatement(
                "UPDATE credential SET version = version - ?, meta = ? WHERE id = ?")) {
      update.setInt(1, saves);
      update.setBytes(2, meta);
      update.setObject(3, first.id().value());
      assertEquals(1, update.executeUpdate());
    }
  }

  @Test
  void yesterdaysWholeFileIsToldAndCanBeOpenedOnPurpose() throws Exception {
    vault.unlock(file, key("pw"), false);
    vault.lock();
    Path newest = Files.copy(file, folder.resolve("newest"));
    Files.copy(template.resolve("yesterday"), file, StandardCopyOption.REPLACE_EXISTING);

    var e =
        assertThrows(VaultException.OlderCopy.class, () -> vault.unlock(file, key("pw"), false));
    assertTrue(e.getMessage().contains("is older than the one last opened here"));
    assertThrows(VaultException.WrongPassword.class, () -> vault.unlock(file, key("no"), false));

    vault.unlock(file, key("pw"), true);
    assertEquals(1, credentialsOf(vault).find(first.id()).orElseThrow().version());
    vault.lock();
    vault.unlock(file, key("pw"), false);
    vault.lock();
    assertThrows(
        VaultException.OlderCopy.class,
        () -> vault.unlock(newest, key("pw"), false),
        "what was given up is the older one now");
  }

  @Test
  void bytesFlippedAnywhereInTheFileNeverGoUnnoticed() throws Exception {
    vault.unlock(file, key("pw"), false);
    vault.lock();
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(20261120);
    for (int i = 0; i < 60; i++) {
      byte[] bent = whole.clone();
      int at = random.nextInt(bent.length);
      bent[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bent);
      try {
        vault.unlock(file, key("pw"), false);
        assertEquals(2, credentialsOf(vault).find(first.id()).orElseThrow().version());
        assertEquals(2, credentialsOf(vault).all().size());
        vault.lock();
      } catch (VaultException.Damaged
          | VaultException.Hostile
          | VaultException.OlderCopy
          | VaultException.NewerFormat told) {
        assertTrue(told.getMessage().contains(file.toString()));
      }
    }
  }

  @Test
  void aWrongPasswordIsToldAsThat() {
    var e =
        assertThrows(
            VaultException.WrongPassword.class, () -> vault.unlock(file, key("no"), false));
    assertTrue(e.getMessage().contains("password or the key file is not right"));
    vault.unlock(file, key("pw"), false);
  }
}
