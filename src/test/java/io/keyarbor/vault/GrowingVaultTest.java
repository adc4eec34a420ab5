package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingVaultTest {
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

  /** The engine gathers statistics after two thousand changes, and would write them down. */
  @Test
  void aVaultOfThousandsIsStillNothingButAVault() {
    List<NewCredential> all = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      all.add(new NewCredential(details("n" + i), secrets("token", "t" + i)));
    }
    session.credentials().addAll(all);
    vault.lock();
    assertEquals(2500, vault.unlock(file, key("pw"), false).credentials().all().size());
    vault.lock();
  }

  @Test
  void whatEarlierStatesLeftInTheFileGoesWhenItIsLocked() throws Exception {
    Credential credential = session.credentials().add(details("A"), secrets("token", "first"));
    for (int i = 0; i < 150; i++) {
      credential =
          session
              .credentials()
              .edit(credential, details("A" + i), secrets("token", "t" + i), Set.of());
    }
    long grown = Files.size(file);
    assertTrue(grown > 1024 * 1024, "it grew to " + grown);
    vault.lock();
    long locked = Files.size(file);
    assertTrue(locked < grown / 3, grown + " became " + locked);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var files = Files.list(folder)) {
      assertEquals(
          Set.of("state", "vault", "vault.backups"),
          Set.copyOf(files.map(f -> f.getFileName().toString()).toList()));
    }

    session = vault.unlock(file, key("pw"), false);
    assertEquals(151, session.credentials().versions(credential.id()).size());
    try (Secret token = session.credentials().secret(credential.id(), "token").orElseThrow()) {
      assertEquals("t149", TestVaults.text(token));
    }
    session.credentials().edit(credential, details("Z"), Map.of(), Set.of());
    vault.lock();
  }
}
