package io.keyarbor.platform.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which program starts the desktop app. */
class DesktopProgramTest {
  @TempDir Path folder;

  @Test
  @Timeout(30)
  void itLiesBesideTheCommandAndGetsItsArgument() throws Exception {
    Path command = folder.resolve("keyarbor");
    assertEquals(Optional.empty(), DesktopProgram.beside(Optional.of(command)));
    assertEquals(Optional.empty(), DesktopProgram.beside(Optional.empty()));
    Path said = folder.resolve("said");
    Path program = folder.resolve("keyarbor-desktop");
    Files.writeString(program, "#!/bin/sh\necho \"$@\" > " + said + "~; mv " + said + "~ " + said);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    DesktopProgram found = DesktopProgram.beside(Optional.of(command)).orElseThrow();
    assertEquals(program, found.path());
    found.start("--quick");
    while (!Files.exists(said)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertEquals("--quick\n", Files.readString(said));
  }
}
