package io.keyarbor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
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
}
