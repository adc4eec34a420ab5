package io.keyarbor.ui.unlock;

import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.HandWoundTimer;
import io.keyarbor.platform.keyring.GnomeKeyring;
import io.keyarbor.platform.keyring.Keyring;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.settings.QuickUnlock;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.ui.unlock.QuickEntry.Way;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.local.LocalVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Quick unlock over real vaults and a real keyring; whatever fails ends at the password. */
@Timeout(60)
class QuickEntryTest {
  private static final String PASSWORD = "an owl reads maps at night";
  private static final String NEXT = "two herons fold paper boats";

  @TempDir Path folder;
  private SettingsStore settings;
  private LocalVault vault;
  private Path file;

  @BeforeEach
  void makeVault() {
    settings = new SettingsStore(folder.resolve("settings.json"));
    vault = TestVaults.vault(folder.resolve("seen"), Runnable::run);
    file = folder.resolve("Personal.keyarbor");
    try (UnlockKey key = key(PASSWORD)) {
      vault.create(file, "Personal", key);
    }
    vault.lock();
  }

  private QuickEntry entry(QuickUnlock chosen, Optional<Keyring> keyring) {
    settings.change(s -> s.withProtection(s.protection().withQuickUnlock(chosen)));
    return new QuickEntry(
        settings, folder.resolve("state"), keyring, Clock.systemUTC(), new HandWoundTimer());
  }

  private void byPassword(QuickEntry entry, String password, Optional<String> pin) {
    try (UnlockKey key = key(password)) {
      Session session = vault.unlock(file, key, false);
      Optional<Secret> typed = pin.map(TestVaults::secret);
      entry.setUp(file, session, key, typed);
      typed.ifPresent(Secret::close);
    }
    vault.lock();
  }

  private void changePassword() {
    try (UnlockKey before = key(PASSWORD);
        UnlockKey after = key(NEXT)) {
      vault.unlock(file, before, false).changePassword(before, after);
    }
    vault.lock();
  }

  private void opens(Session session) {
    assertFalse(session.isLocked());
    assertEquals("Personal", session.vaultName());
    vault.lock();
  }

  private List<Path> sealed() throws IOException {
    Path quick = folder.resolve("state/quick");
    if (Files.notExists(quick)) {
      return List.of();
    }
    try (var files = Files.list(quick)) {
      return files.toList();
    }
  }

  @Test
  void offMeansOff() throws IOException {
    QuickEntry entry = entry(QuickUnlock.OFF, Optional.empty());
    byPassword(entry, PASSWORD, Optional.of("4711"));
    assertEquals(Way.NONE, entry.way(file));
    assertEquals(List.of(), sealed());
  }

  @Test
  void aPinIsChosenWithThePasswordAndNeverReachesTheDisk() throws IOException {
    QuickEntry entry = entry(QuickUnlock.PIN, Optional.empty());
    assertEquals(Way.NEW_PIN, entry.way(file));
    byPassword(entry, PASSWORD, Optional.of("4711"));
    assertEquals(Way.PIN, entry.way(file));
    opens(entry.byPin(vault, file, secret("4711")));
    assertEquals(List.of(), sealed());
    for (int left = 2; left >= 0; left--) {
      var failed =
          assertThrows(QuickEntry.Failed.class, () -> entry.byPin(vault, file, secret("0000")));
      assertTrue(failed.getMessage().startsWith("That was not the PIN"), failed.getMessage());
    }
    assertEquals(Way.NEW_PIN, entry.way(file));
    byPassword(entry, PASSWORD, Optional.of("4711"));
    entry.close();
    assertEquals(Way.NEW_PIN, entry.way(file));
  }

  @Test
  void aPinIsWorthNothingOnceThePasswordIsAnotherOne() {
    QuickEntry entry = entry(QuickUnlock.PIN, Optional.empty());
    byPassword(entry, PASSWORD, Optional.of("4711"));
    changePassword();
    assertThrows(QuickEntry.Failed.class, () -> entry.byPin(vault, file, secret("4711")));
    assertEquals(Way.NEW_PIN, entry.way(file));
    byPassword(entry, NEXT, Optional.empty());
  }

  @Test
  @RequiresProgram("gnome-keyring-daemon")
  void theKeyringOpensTheVaultUntilThePasswordChanges() throws Exception {
    try (GnomeKeyring gnome = GnomeKeyring.unlocked(folder)) {
      QuickEntry entry = entry(QuickUnlock.KEYRING, Optional.of(gnome.keyring()));
      assertEquals(Way.NONE, entry.way(file));
      byPassword(entry, PASSWORD, Optional.empty());
      assertEquals(Way.KEYRING, entry.way(file));
      opens(entry.byKeyring(vault, file));
      Path sealed = sealed().getFirst();
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sealed)));
      changePassword();
      assertThrows(QuickEntry.Failed.class, () -> entry.byKeyring(vault, file));
      assertEquals(List.of(), sealed());
      String id = sealed.getFileName().toString();
      assertEquals(Optional.empty(), gnome.keyring().find(id), "its key is gone too");
      byPassword(entry, NEXT, Optional.empty());
      opens(entry.byKeyring(vault, file));
    }
  }

  @Test
  @RequiresProgram("gnome-keyring-daemon")
  void aTamperedFileOrAnotherVaultDoesNotOpenAndIsForgotten() throws Exception {
    try (GnomeKeyring gnome = GnomeKeyring.unlocked(folder)) {
      QuickEntry entry = entry(QuickUnlock.KEYRING, Optional.of(gnome.keyring()));
      byPassword(entry, PASSWORD, Optional.empty());
      Path sealed = sealed().getFirst();
      byte[] bytes = Files.readAllBytes(sealed);
      bytes[bytes.length / 2] ^= 1;
      Files.write(sealed, bytes);
      assertThrows(QuickEntry.Failed.class, () -> entry.byKeyring(vault, file));
      assertEquals(Way.NONE, entry.way(file));
      byPassword(entry, PASSWORD, Optional.empty());
      // Another vault lies in the place of this one.
      Files.delete(file);
      try (UnlockKey key = key(NEXT)) {
        vault.create(file, "Other", key);
      }
      vault.lock();
      assertThrows(QuickEntry.Failed.class, () -> entry.byKeyring(vault, file));
      assertEquals(List.of(), sealed());
    }
  }

  @Test
  @RequiresProgram("gnome-keyring-daemon")
  void aLockedKeyringIsNoReasonToForget() throws Exception {
    try (GnomeKeyring gnome = GnomeKeyring.unlocked(folder)) {
      QuickEntry entry = entry(QuickUnlock.KEYRING, Optional.of(gnome.keyring()));
      byPassword(entry, PASSWORD, Optional.empty());
      gnome.lock();
      var failed = assertThrows(QuickEntry.Failed.class, () -> entry.byKeyring(vault, file));
      assertTrue(failed.getMessage().contains("master password"), failed.getMessage());
      assertEquals(1, sealed().size());
      byPassword(entry, PASSWORD, Optional.empty());
    }
  }

  /** Nothing on the disk outside of the keyring opens the vault, and the keyring alone neither. */
  @Test
  @RequiresProgram("gnome-keyring-daemon")
  void neitherTheFileNorTheKeyringHoldsTheVaultsKey() throws Exception {
    try (GnomeKeyring gnome = GnomeKeyring.unlocked(folder)) {
      QuickEntry entry = entry(QuickUnlock.KEYRING, Optional.of(gnome.keyring()));
      byPassword(entry, PASSWORD, Optional.empty());
      String vaultKey;
      try (UnlockKey key = key(PASSWORD)) {
        Session session = vault.unlock(file, key, false);
        try (var standIn = session.standIn(key)) {
          vaultKey = standIn.key().use(HexFormat.of()::formatHex);
        }
        try (UnlockKey wrong = key(NEXT)) {
          assertThrows(VaultException.WrongPassword.class, () -> session.standIn(wrong));
        }
        vault.lock();
      }
      String sealed = HexFormat.of().formatHex(Files.readAllBytes(sealed().getFirst()));
      assertFalse(sealed.contains(vaultKey));
      String id = sealed().getFirst().getFileName().toString();
      try (Secret kept = gnome.keyring().find(id).orElseThrow()) {
        String inKeyring = kept.use(HexFormat.of()::formatHex);
        assertFalse(inKeyring.contains(vaultKey) || sealed.contains(inKeyring));
      }
      assertFalse(id.contains("Personal"));
      try (var files = Files.walk(folder.resolve("state"))) {
        for (Path path : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(path, StandardCharsets.ISO_8859_1);
          assertFalse(text.contains(PASSWORD) || text.contains("Personal"), path.toString());
        }
      }
    }
  }

  @Test
  @RequiresProgram("gnome-keyring-daemon")
  void switchingItOffForgetsAll() throws Exception {
    try (GnomeKeyring gnome = GnomeKeyring.unlocked(folder)) {
      QuickEntry entry = entry(QuickUnlock.KEYRING, Optional.of(gnome.keyring()));
      byPassword(entry, PASSWORD, Optional.empty());
      String id = sealed().getFirst().getFileName().toString();
      settings.change(s -> s.withProtection(s.protection().withQuickUnlock(QuickUnlock.OFF)));
      while (isThere(gnome.keyring(), id)) {
        Thread.onSpinWait();
      }
      assertEquals(List.of(), sealed());
      assertEquals(Way.NONE, entry.way(file));
    }
  }

  @Test
  void whatIsSwitchedOffWhileTheKeyringWaitsIsForgotten() throws IOException {
    Set<String> kept = ConcurrentHashMap.newKeySet();
    QuickEntry entry =
        entry(
            QuickUnlock.KEYRING,
            Optional.of(
                new FaultyKeyring(kept) {
                  @Override
                  public void store(String id, Secret key) {
                    settings.change(
                        s -> s.withProtection(s.protection().withQuickUnlock(QuickUnlock.OFF)));
                    super.store(id, key);
                  }
                }));
    byPassword(entry, PASSWORD, Optional.empty());

    assertEquals(List.of(), sealed());
    assertEquals(Set.of(), kept);
  }

  @Test
  void aKeyringThatBreaksIsNoFailedUnlock() throws IOException {
    Keyring broken =
        new FaultyKeyring(ConcurrentHashMap.newKeySet()) {
          @Override
          public void store(String id, Secret key) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void delete(String id) {
            throw new IllegalStateException("broken");
          }
        };
    QuickEntry entry = entry(QuickUnlock.KEYRING, Optional.of(broken));
    byPassword(entry, PASSWORD, Optional.empty());

    assertEquals(Way.NONE, entry.way(file));
    assertEquals(List.of(), sealed());
  }

  @Test
  void whatAnEarlierRunLeftIsDeletedUnlessTheKeyringIsChosen() throws IOException {
    Set<String> kept = ConcurrentHashMap.newKeySet();
    Optional<Keyring> keyring = Optional.of(new FaultyKeyring(kept));
    byPassword(entry(QuickUnlock.KEYRING, keyring), PASSWORD, Optional.empty());
    entry(QuickUnlock.KEYRING, keyring);
    assertEquals(1, sealed().size());
    // The change is made while no run of the app sees it.
    settings = new SettingsStore(folder.resolve("other.json"));
    entry(QuickUnlock.OFF, keyring);
    while (!kept.isEmpty()) {
      Thread.onSpinWait();
    }

    assertEquals(List.of(), sealed());
  }

  /** Keeps names alone; what a real one does at the wrong moment is said by those who extend it. */
  private static class FaultyKeyring implements Keyring {
    private final Set<String> kept;

    FaultyKeyring(Set<String> kept) {
      this.kept = kept;
    }

    @Override
    public void store(String id, Secret key) {
      kept.add(id);
    }

    @Override
    public Optional<Secret> find(String id) {
      return Optional.empty();
    }

    @Override
    public void delete(String id) {
      kept.remove(id);
    }
  }

  private static boolean isThere(Keyring keyring, String id) {
    try {
      return keyring.find(id).isPresent();
    } catch (Keyring.Unavailable e) {
      // It was deleted while it was asked for.
      return true;
    }
  }
}
