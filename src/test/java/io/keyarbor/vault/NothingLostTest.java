package io.keyarbor.vault;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.local.LocalVault;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whatever happens to the process or the disk. */
class NothingLostTest {
  /** {@code -Dkeyarbor.kills=200} for the full number. */
  private static final int KILLS = Integer.getInteger("keyarbor.kills", 12);

  @TempDir Path folder;

  @Test
  void everyAcknowledgedSaveSurvivesAKillAtAnyMoment() throws Exception {
    Path file = folder.resolve("vault");
    LocalVault vault = TestVaults.vault(folder.resolve("state"));
    vault.create(file, "Mine", key("pw"));
    vault.lock();
    Random random = new Random();
    Map<String, String> saved = new HashMap<>();
    int next = 0;
    for (int round = 0; round < KILLS; round++) {
      Process child = VaultChild.start(0, List.of(), "saves", folder, next);
      try (BufferedReader lines = VaultChild.lines(child)) {
        int acknowledged = random.nextInt(1, 45);
        String line = null;
        for (int i = 0; i < acknowledged; i++) {
          line = lines.readLine();
          record(saved, line);
        }
        child.waitFor(random.nextInt(20_000), TimeUnit.MICROSECONDS);
        child.toHandle().destroyForcibly();
        child.waitFor();
        // What it said before it died counts too.
        for (line = lines.readLine(); line != null; line = lines.readLine()) {
          record(saved, line);
        }
      }
      Credentials credentials = vault.unlock(file, key("pw"), false).credentials();
      Map<String, String> found = new HashMap<>();
      for (Credential c : credentials.all()) {
        try (Secret token = credentials.secret(c.id(), "token").orElseThrow()) {
          found.put(c.details().name(), text(token));
        }
      }
      assertHolds(saved, found, round);
      saved.putAll(found);
      next =
          2
              + found.keySet().stream()
                  .mapToInt(name -> Integer.parseInt(name.substring(1)))
                  .max()
                  .orElse(0);
      vault.lock();
    }
    assertTrue(saved.size() > KILLS, "saves went on: " + saved.size());
  }

  private static void record(Map<String, String> saved, String line) {
    String[] words = line.split(" ", 2);
    int number = Integer.parseInt(words[1]);
    switch (words[0]) {
      case "add" -> saved.put("k" + number, "added" + number);
      case "edit" -> saved.put("k" + (number - 1), "edited" + number);
      default -> throw new AssertionError(line);
    }
  }

  /** At most one more save than was acknowledged may be there. */
  private static void assertHolds(Map<String, String> saved, Map<String, String> found, int round) {
    int unacknowledged = 0;
    for (Map.Entry<String, String> entry : found.entrySet()) {
      if (!entry.getValue().equals(saved.get(entry.getKey()))) {
        unacknowledged++;
      }
    }
    assertTrue(found.keySet().containsAll(saved.keySet()), "round " + round + " lost a record");
    assertTrue(unacknowledged <= 1, "round " + round + " lost an edit");
  }

  @Test
  void aFullDiskIsToldAndLosesNothing() throws Exception {
    Path file = folder.resolve("vault");
    LocalVault vault = TestVaults.vault(folder.resolve("state"));
    vault.create(file, "Mine", key("pw"));
    vault.lock();
    int limitKib = (int) (Files.size(file) / 1024) + 400;
    int added = 0;
    Process child = VaultChild.start(limitKib, List.of(), "fill", folder);
    try (BufferedReader lines = VaultChild.lines(child)) {
      String line = lines.readLine();
      for (; line.startsWith("add "); line = lines.readLine()) {
        added++;
      }
      assertEquals("Storage", line);
      assertEquals("refused again", lines.readLine());
      assertEquals("locked", lines.readLine());
    } finally {
      VaultChild.end(child);
    }
    assertTrue(added > 3, "some fitted: " + added);

    Session session = vault.unlock(file, key("pw"), false);
    assertEquals(added, session.credentials().all().size());
    session.credentials().add(details("room again"), Map.of());
    vault.lock();
  }

  @Test
  void aFolderWhereNothingCanBeWrittenIsTold() {
    LocalVault vault = TestVaults.vault(folder.resolve("state"));
    var e =
        assertThrows(
            VaultException.Storage.class,
            () -> vault.create(Path.of("/proc/keyarbor/vault"), "Mine", key("pw")));
    assertTrue(e.getMessage().contains("folder's permissions"), e.getMessage());
    assertEquals(VaultState.LOCKED, vault.state());
  }

  @Test
  void aVaultHasOneOwnerWhoeverAsks() throws Exception {
    Path file = folder.resolve("vault");
    LocalVault vault = TestVaults.vault(folder.resolve("state"));
    Session session = vault.create(file, "Mine", key("pw"));
    LocalVault other = TestVaults.vault(folder.resolve("state"));
    var e = assertThrows(VaultException.InUse.class, () -> other.unlock(file, key("pw"), false));
    assertTrue(e.getMessage().contains("is open in another Keyarbor"), e.getMessage());
    assertEquals("InUse", inAnotherProcess(), "after the attempt within this one");
    session.backups().create();
    assertEquals("InUse", inAnotherProcess(), "after a backup");
    session.credentials().add(details("still mine"), Map.of());
    vault.lock();
    assertEquals("opened", inAnotherProcess());
    other.unlock(file, key("pw"), false);
    other.lock();
  }

  private String inAnotherProcess() throws Exception {
    Process child = VaultChild.start(0, List.of(), "open", folder);
    try (BufferedReader lines = VaultChild.lines(child)) {
      return lines.readLine();
    } finally {
      VaultChild.end(child);
    }
  }
}
