package io.keyarbor.storage;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of format 1, opened by a program that knows a made-up format 2. */
class MigratorTest {
  @TempDir Path folder;
  private Path file;
  private Path backup;
  private byte[] before;

  @BeforeEach
  void makeAnOldFile() throws Exception {
    file = folder.resolve("vault");
    backup = folder.resolve("vault.backups/before-format-2-vault");
    LocalVault vault = TestVaults.vault(folder.resolve("state"));
    vault.create(file, "Mine", key("pw")).credentials().add(details("A"), Map.of());
    vault.lock();
    before = Files.readAllBytes(file);
  }

  private LocalVault later(String... more) {
    List<String> upgrade =
        new ArrayList<>(
            List.of(
                "CREATE TABLE later(id INTEGER NOT NULL)",
                "COMMENT ON TABLE vault IS 'keyarbor format 2'",
                "UPDATE vault SET format = 2"));
    upgrade.addAll(List.of(more));
    List<String> catalogue =
        new ArrayList<>(
            Format.one().catalogue().stream()
                .map(s -> s.replace("keyarbor format 1", "keyarbor format 2"))
                .toList());
    catalogue.add("CREATE CACHED TABLE \"PUBLIC\".\"LATER\"(\n    \"ID\" INTEGER NOT NULL\n)");
    Format two = new Format(2, List.of(), catalogue, upgrade);
    return new LocalVault(
        new FileStores(List.of(Format.one(), two)),
        new SeenFiles(folder.resolve("state")),
        () -> TestVaults.CHEAP,
        Clock.systemUTC(),
        Thread::startVirtualThread);
  }

  @Test
  void anOlderFileIsBackedUpAndBroughtUpToDate() throws Exception {
    LocalVault later = later();
    Session session = later.unlock(file, key("pw"), false);
    assertEquals(1, session.credentials().all().size());
    session.credentials().add(details("B"), Map.of());
    later.lock();
    assertArrayEquals(before, Files.readAllBytes(backup));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    assertFalse(Files.exists(folder.resolve("vault.upgrade")));

    later.unlock(file, key("pw"), false);
    later.lock();
    LocalVault now = TestVaults.vault(folder.resolve("state"));
    assertThrows(VaultException.NewerFormat.class, () -> now.unlock(file, key("pw"), false));
  }

  @Test
  void anUpgradeThatFailsLeavesTheFileAsItWas() {
    assertThrows(
        VaultException.Storage.class,
        () -> later("SELECT * FROM nothing").unlock(file, key("pw"), false));
    assertIsAsBefore();
  }

  @Test
  void anUpgradeThatDoesNotMakeTheNewFormatIsNotKept() {
    assertThrows(
        VaultException.class,
        () -> later("CREATE TABLE surprise(id INTEGER)").unlock(file, key("pw"), false));
    assertIsAsBefore();
  }

  private void assertIsAsBefore() {
    LocalVault now = TestVaults.vault(folder.resolve("state"));
    Session session = now.unlock(file, key("pw"), false);
    assertEquals("A", session.credentials().all().getFirst().details().name());
    now.lock();
  }
}
