package io.keyarbor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.PrivateFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("config/settings.json");
  }

  @Test
  void whatAPersonChoseIsThereAfterARestart() {
    new SettingsStore(file())
        .change(s ->
            s.withTheme(Theme.DARK)
                .withFontScale(1.5)
                .withAutoLockMinutes(5)
                .withClipboardSeconds(20)
                .withGrouping(Grouping.TAG)
                .withRecentVault(Path.of("/vaults/mine.keyarbor")));

    Settings read = new SettingsStore(file()).current();

    assertEquals(Theme.DARK, read.theme());
    assertEquals(1.5, read.fontScale());
    assertEquals(5, read.autoLockMinutes());
    assertEquals(20, read.clipboardSeconds());
    assertEquals(Grouping.TAG, read.grouping());
    assertEquals(Path.of("/vaults/mine.keyarbor"), read.recentVault().orElseThrow());
  }

  @Test
  void onlyTheOwnerCanReadTheFileAndItsFolder() throws Exception {
    new SettingsStore(file()).change(s -> s.withTheme(Theme.LIGHT));

    assertEquals("rw-------", mode(file()));
    assertEquals("rwx------", mode(file().getParent()));
    try (var left = Files.list(file().getParent())) {
      assertEquals(List.of(file()), left.toList());
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFirstStartHasTheDefaultsAndWritesNothing() {
    SettingsStore store = new SettingsStore(file());

    assertEquals(Settings.DEFAULTS, store.current());
    assertTrue(store.trouble().isEmpty());
    assertFalse(Files.exists(file()));
  }

  @Test
  void aBrokenFileIsKeptAsideAndTold() throws Exception {
    for (String broken : List.of("", "{", "[]", "{\"fontScale\": 40}", "{\"theme\": \"PINK\"}")) {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), broken);

      SettingsStore store = new SettingsStore(file());

      assertEquals(Settings.DEFAULTS, store.current(), broken);
      assertTrue(store.trouble().orElseThrow().contains("settings.json.broken"), broken);
      assertEquals(broken, Files.readString(folder.resolve("config/settings.json.broken")));
    }
  }

  @Test
  void settingsOfALaterKeyarborAreReadAsFarAsTheyAreKnown() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"tray\": {\"x\": [1]}, \"autoLockMinutes\": 3}");

    assertEquals(Settings.DEFAULTS.withAutoLockMinutes(3), new SettingsStore(file()).current());
  }

  @Test
  void aChangeThatCannotBeSavedStillHoldsAndIsTold() throws Exception {
    Files.createFile(folder.resolve("config"));
    SettingsStore store = new SettingsStore(file());
    List<Settings> heard = new ArrayList<>();
    store.onChange(heard::add);

    var failure =
        assertThrows(
            SettingsStore.NotSaved.class, () -> store.change(s -> s.withTheme(Theme.DARK)));

    assertTrue(failure.getMessage().contains(file().toString()));
    assertEquals(Theme.DARK, store.current().theme());
    assertEquals(List.of(store.current()), heard);
  }

  private SettingsStore shared() {
    return new SettingsStore(file(), Optional.of(folder.resolve("run/settings.lock")));
  }

  @Test
  void programsThatChangeDifferentPartsKeepBoth() throws Exception {
    SettingsStore window = shared();
    SettingsStore command = shared();
    List<Settings> heard = new ArrayList<>();
    window.onChange(heard::add);

    command.change(s -> s.withRecentVault(Path.of("/vaults/other.keyarbor")));
    window.change(s -> s.withTheme(Theme.DARK));

    Settings both =
        Settings.DEFAULTS.withTheme(Theme.DARK).withRecentVault(Path.of("/vaults/other.keyarbor"));
    assertEquals(both, new SettingsStore(file()).current());
    assertEquals(both, window.current());
    assertEquals(List.of(both), heard);
    assertEquals("rw-------", mode(folder.resolve("run/settings.lock")));
    try (var left = Files.list(file().getParent())) {
      assertEquals(List.of(file()), left.toList());
    }
  }

  @Test
  void whatAnotherProgramChangedIsToldWithTheNextChangeEvenIfThatIsNone() {
    SettingsStore window = shared();
    List<Settings> heard = new ArrayList<>();
    window.onChange(heard::add);
    shared().change(s -> s.withTheme(Theme.DARK));

    window.change(s -> s);

    assertEquals(List.of(Settings.DEFAULTS.withTheme(Theme.DARK)), heard);
  }

  @Test
  void aListenerMayChangeTheSettingsAgain() {
    SettingsStore store = shared();
    store.onChange(s -> store.change(t -> t.withAutoLockMinutes(3)));

    store.change(s -> s.withTheme(Theme.DARK));

    assertEquals(
        Settings.DEFAULTS.withTheme(Theme.DARK).withAutoLockMinutes(3),
        new SettingsStore(file()).current());
  }

  @Test
  void threadsWithAStoreEachLoseNothing() throws Exception {
    List<Callable<Void>> programs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      SettingsStore store = shared();
      programs.add(() -> {
        for (int j = 0; j < 10; j++) {
          store.change(s -> s.withAutoLockMinutes(s.autoLockMinutes() + 1));
        }
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> done : threads.invokeAll(programs)) {
        done.get();
      }
    }
    assertEquals(
        Settings.DEFAULTS.autoLockMinutes() + 40,
        new SettingsStore(file()).current().autoLockMinutes());
  }

  @Test
  void whoCannotHaveTheLockChangesNothingAndSaysSo() throws Exception {
    Path lock = folder.resolve("run/settings.lock");
    SettingsStore store = shared();
    store.change(s -> s.withTheme(Theme.LIGHT));
    List<Settings> heard = new ArrayList<>();
    store.onChange(heard::add);
    try (FileChannel other = PrivateFile.open(lock)) {
      other.lock();
      var failure =
          assertThrows(
              SettingsStore.NotSaved.class, () -> store.change(s -> s.withTheme(Theme.DARK)));
      assertTrue(failure.getMessage().contains(lock.toString()), failure.getMessage());
    }
    assertEquals(Theme.LIGHT, store.current().theme());
    assertEquals(Theme.LIGHT, new SettingsStore(file()).current().theme());
    assertEquals(List.of(), heard);
    store.change(s -> s.withTheme(Theme.DARK));
    assertEquals(Theme.DARK, new SettingsStore(file()).current().theme());
  }

  /** It may hold whole settings: a disk that fails, a right that is missing. */
  @Test
  void aFileThatCannotBeReadIsLeftAsItIs() throws Exception {
    Files.createDirectories(file());
    SettingsStore store = shared();
    assertEquals(Settings.DEFAULTS, store.current());
    assertTrue(store.trouble().orElseThrow().contains(file().toString()));
    assertThrows(SettingsStore.NotSaved.class, () -> store.change(s -> s.withTheme(Theme.DARK)));
    assertEquals(Theme.DARK, store.current().theme());
    assertTrue(Files.isDirectory(file()));

    Files.delete(file());
    new SettingsStore(file()).change(s -> s.withTheme(Theme.LIGHT));
    assertThrows(SettingsStore.NotSaved.class, () -> store.change(s -> s.withFontScale(1.5)));
    assertEquals(Theme.LIGHT, new SettingsStore(file()).current().theme());
    assertFalse(Files.exists(folder.resolve("config/settings.json.broken")));
  }

  @Test
  void whatIsBrokenWhileKeyarborRunsIsKeptAsideAndWhatIsInUseSaved() throws Exception {
    SettingsStore store = shared();
    store.change(s -> s.withTheme(Theme.DARK));
    Files.writeString(file(), "half");
    store.change(s -> s.withAutoLockMinutes(3));
    assertEquals("half", Files.readString(folder.resolve("config/settings.json.broken")));
    assertEquals(
        Settings.DEFAULTS.withTheme(Theme.DARK).withAutoLockMinutes(3),
        new SettingsStore(file()).current());
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws Exception {
    Files.createDirectories(file().getParent());
    try (FileChannel out = PrivateFile.open(file())) {
      out.write(ByteBuffer.wrap(new byte[] {'{'}), 1L << 34);
    }
    SettingsStore store = shared();
    assertEquals(Settings.DEFAULTS, store.current());
    assertTrue(store.trouble().orElseThrow().contains(".broken"));
    assertEquals((1L << 34) + 1, Files.size(folder.resolve("config/settings.json.broken")));
  }

  @Test
  void aColumnThatIsHiddenTwiceIsHidden() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"hiddenColumns\": \"tags host tags\"}");
    SettingsStore store = new SettingsStore(file());
    assertEquals(Set.of("tags", "host"), store.current().hiddenColumns());
    assertTrue(store.trouble().isEmpty());
  }

  @Test
  void howTheListIsSortedIsKeptAndNoNonsenseThereCostsTheOtherSettings() throws Exception {
    SettingsStore store = new SettingsStore(file());
    store.change(s -> s.withOrder(new ListOrder("expires", true)));
    assertEquals(new ListOrder("expires", true), new SettingsStore(file()).current().order());
    Files.writeString(file(), "{\"theme\": \"DARK\", \"sortDescending\": \"perhaps\"}");
    SettingsStore later = new SettingsStore(file());
    assertEquals(Settings.DEFAULTS.withTheme(Theme.DARK), later.current());
    assertTrue(later.trouble().isEmpty());
  }
}
