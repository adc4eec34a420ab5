package io.keyarbor.platform.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.engine.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start at login is what the system says it is. */
class LoginStartTest {
  private static final Path PROGRAM = Path.of("/opt/key arbor/100% $1\"x\\y/keyarbor-desktop");

  @TempDir Path folder;

  private LoginStart of(String os) {
    Map<String, String> env = Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return LoginStart.of(os, env, folder, PROGRAM);
  }

  @Test
  void onLinuxItIsAnEntryOfTheAutostartFolder() throws IOException {
    LoginStart start = of("Linux");
    Path entry = folder.resolve("config/autostart/keyarbor.desktop");
    assertFalse(start.isOn());
    start.set(false);
    start.set(true);
    assertTrue(start.isOn());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)));
    String written = Files.readString(entry);
    assertTrue(written.contains(" --hidden\n"), written);
    // A desktop's own settings switch it off so.
    Files.writeString(entry, written + "Hidden=true\n");
    assertFalse(start.isOn());
    Files.writeString(entry, written.replace("enabled=true", "enabled=false"));
    assertFalse(start.isOn());
    start.set(true);
    assertTrue(start.isOn());
    start.set(false);
    assertFalse(Files.exists(entry));
  }

  /** The desktop's own reader finds the entry right, and starts exactly that program. */
  @Test
  @RequiresProgram("desktop-file-validate")
  void theEntryIsAValidOne() throws Exception {
    of("Linux").set(true);
    Path entry = folder.resolve("config/autostart/keyarbor.desktop");
    Process check =
        new ProcessBuilder("desktop-file-validate", entry.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals("", new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, check.waitFor());
  }

  @Test
  void aPathIsQuotedForTheFileAndForTheCommand() {
    assertEquals(
        "\"/opt/key arbor/100%% \\\\$1\\\\\"x\\\\\\\\y/keyarbor-desktop\"",
        AutostartEntry.quoted(PROGRAM.toString()));
    assertEquals(
        "\"/usr/bin/keyarbor-desktop\"", AutostartEntry.quoted("/usr/bin/keyarbor-desktop"));
  }

  @Test
  void onMacItIsALaunchAgent() throws IOException {
    LoginStart start = LoginStart.of("Mac OS X", Map.of(), folder, Path.of("/Apps/A&B/keyarbor"));
    assertFalse(start.isOn());
    start.set(true);
    assertTrue(start.isOn());
    String plist =
        Files.readString(folder.resolve("Library/LaunchAgents/io.keyarbor.desktop.plist"));
    assertTrue(plist.contains("<string>/Apps/A&amp;B/keyarbor</string>"), plist);
    start.set(false);
    assertFalse(start.isOn());
  }

  @Test
  void onWindowsItIsAValueOfTheRunKey() throws IOException {
    List<List<String>> asked = new ArrayList<>();
    RunKey start =
        new RunKey(
            Path.of("/k/keyarbor-desktop.exe"),
            command -> {
              asked.add(command);
              return command.contains("query") ? 1 : 0;
            });
    assertFalse(start.isOn());
    start.set(true);
    assertTrue(asked.getLast().contains("\\\"/k/keyarbor-desktop.exe\\\" --hidden"));
    start.set(false);
    assertTrue(asked.getLast().contains("delete"));
    RunKey refused = new RunKey(PROGRAM, command -> 1);
    assertThrows(IOException.class, () -> refused.set(true));
    // Nothing was there to be deleted.
    refused.set(false);
  }
}
