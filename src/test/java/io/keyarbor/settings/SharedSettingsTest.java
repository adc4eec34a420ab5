package io.keyarbor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window and the commands of a person change the same settings at once. */
class SharedSettingsTest {
  private static final int CHANGES = 50;

  @TempDir Path folder;

  private static SettingsStore store(Path folder) {
    return new SettingsStore(
        folder.resolve("settings.json"), Optional.of(folder.resolve("run/settings.lock")));
  }

  /** A program that makes many small changes, once it is told to. */
  static final class Child {
    private Child() {}

    /** Entry point: the folder. */
    public static void main(String[] args) throws IOException {
      SettingsStore store = store(Path.of(args[0]));
      System.in.read();
      for (int i = 0; i < CHANGES; i++) {
        store.change(s -> s.withAutoLockMinutes(s.autoLockMinutes() + 1));
      }
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void twoProgramsLoseNoChange() throws Exception {
    List<Process> programs = List.of(start(), start());
    for (Process program : programs) {
      program.getOutputStream().close();
    }
    for (Process program : programs) {
      assertEquals(0, program.waitFor());
    }
    assertEquals(
        Settings.DEFAULTS.autoLockMinutes() + 2 * CHANGES,
        store(folder).current().autoLockMinutes());
  }
}
