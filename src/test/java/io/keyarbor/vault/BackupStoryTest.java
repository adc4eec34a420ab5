package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.vault.local.LocalVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupStoryTest {
  @TempDir Path folder;
  private Path file;
  private LocalVault vault;
  private Session session;

  @BeforeEach
  void createAVault() {
    file = folder.resolve("vault");
    vault = TestVaults.vault(folder.resolve("state"), Runnable::run);
    session = vault.create(file, "Mine", key("pw"));
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  private List<Path> backups() {
    Path kept = folder.resolve("vault.backups");
    if (!Files.isDirectory(kept)) {
      return List.of();
    }
    try (var files = Files.list(kept)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aBackupIsAVaultThatCanBeOpened() throws Exception {
    Credential added = session.credentials().add(details("A"), secrets("token", "one"));
    assertTrue(session.backups().lastProven().isEmpty());
    Instant before = Instant.now().minusMillis(1);
    session.backups().create();
    assertFalse(session.backups().lastProven().orElseThrow().isBefore(before));
    session.credentials().edit(added, details("B"), secrets("token", "two"), Set.of());
    vault.lock();
    Path backup = backups().getFirst();
    assertFalse(backup.toString().endsWith(".unproven"));

    LocalVault elsewhere = TestVaults.vault(folder.resolve("another computer"));
    Session restored =
        elsewhere.unlock(Files.copy(backup, folder.resolve("copy")), key("pw"), false);
    assertEquals("A", restored.credentials().all().getFirst().details().name());
    elsewhere.lock();
  }

  @Test
  void aBackupIsMadeAndProvenAfterEveryTwentyFiveChanges() {
    for (int i = 0; i < 26; i++) {
      session.credentials().add(details("n" + i), Map.of());
    }
    assertTrue(session.backups().lastProven().isPresent());
  }

  @Test
  void aChangedVaultIsBackedUpWhenLockedAndProvenAfterTheNextUnlock() {
    session.credentials().add(details("A"), Map.of());
    vault.lock();
    assertEquals(1, backups().size());
    assertTrue(backups().getFirst().toString().endsWith(".unproven"));
    session = vault.unlock(file, key("pw"), false);
    assertTrue(session.backups().lastProven().isPresent());
    vault.lock();
    assertEquals(1, backups().size(), "nothing changed, so nothing was written");
  }

  @Test
  void workThatComesToItsTurnAfterTheLockTouchesNothing() {
    session.credentials().add(details("A"), Map.of());
    vault.lock();
    List<Path> before = backups();
    List<Runnable> waiting = new ArrayList<>();
    LocalVault busy = TestVaults.vault(folder.resolve("state"), waiting::add);
    busy.unlock(file, key("pw"), false);
    busy.lock();
    assertFalse(waiting.isEmpty(), "there was a backup to prove");
    waiting.forEach(Runnable::run);
    assertEquals(before, backups());
  }

  @Test
  void aBackupThatWasChangedIsNeverCalledProven() throws Exception {
    session.credentials().add(details("A"), secrets("token", "x".repeat(3000)));
    vault.lock();
    Path backup = backups().getFirst();
    byte[] bytes = Files.readAllBytes(backup);
    for (int i = 0; i < bytes.length; i += 512) {
      bytes[i] ^= 1;
    }
    Files.write(backup, bytes);
    session = vault.unlock(file, key("pw"), false);
    assertTrue(!Files.exists(backup));
    assertTrue(session.backups().lastProven().isEmpty());
  }

  @Test
  void theLastTenAreKept() {
    for (int i = 0; i < 13; i++) {
      session.credentials().add(details("n" + i), Map.of());
      session.backups().create();
    }
    assertEquals(10, backups().size());
  }
}
