package io.keyarbor.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends the program while it saves, the settings are the old ones or the new ones. */
class SettingsCrashTest {
  @TempDir Path folder;

  @Test
  void aHalfFileIsKeptAsideWhereverItEnds() throws Exception {
    Path file = folder.resolve("settings.json");
    new SettingsStore(file).change(s -> s.withTheme(Theme.DARK).withAutoLockMinutes(7));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      byte[] half = Arrays.copyOf(whole, length);
      Files.write(file, half);
      SettingsStore store = new SettingsStore(file);
      assertEquals(Settings.DEFAULTS, store.current());
      assertTrue(store.trouble().isPresent(), "at " + length);
      assertArrayEquals(half, Files.readAllBytes(folder.resolve("settings.json.broken")));
    }
    Files.write(file, whole);
    Files.write(folder.resolve("settings.json.new"), Arrays.copyOf(whole, 9));
    SettingsStore store = new SettingsStore(file);
    assertEquals(7, store.current().autoLockMinutes());
    store.change(s -> s.withAutoLockMinutes(8));
    assertEquals(8, new SettingsStore(file).current().autoLockMinutes());
  }

  /** Changes the settings until it is killed. */
  static final class Child {
    private Child() {}

    /** Entry point: the file. */
    public static void main(String[] args) {
      SettingsStore store = new SettingsStore(Path.of(args[0]));
      for (int i = 0; ; i++) {
        int minutes = 1 + i % Settings.LONGEST_IDLE;
        store.change(s -> s.withAutoLockMinutes(minutes));
        System.out.print(minutes + "\n");
        System.out.flush();
      }
    }
  }

  @Test
  void aKilledProgramLeavesWholeSettings() throws Exception {
    Path file = folder.resolve("settings.json");
    for (int round = 0; round < 3; round++) {
      Path said = Files.writeString(folder.resolve("said" + round), "");
      Process child =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-XX:TieredStopAtLevel=1",
                      "-XX:-UsePerfData",
                      "-cp",
                      System.getProperty(
                          "surefire.test.class.path", System.getProperty("java.class.path")),
                      Child.class.getName(),
                      file.toString()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(said.toFile())
              .start();
      while (child.isAlive() && Files.readString(said).lines().count() < 5 + round) {
        Thread.onSpinWait();
      }
      child.destroyForcibly();
      assertTrue(child.waitFor(30, TimeUnit.SECONDS));
      // The last line may be half.
      String whole = Files.readString(said);
      List<String> lines = whole.substring(0, whole.lastIndexOf('\n')).lines().toList();
      int saved = Integer.parseInt(lines.getLast());
      SettingsStore store = new SettingsStore(file);
      assertTrue(store.trouble().isEmpty());
      int found = store.current().autoLockMinutes();
      // The next one may have been saved before it was said.
      assertTrue(
          found == saved || found == 1 + saved % Settings.LONGEST_IDLE, found + " after " + saved);
    }
  }
}
