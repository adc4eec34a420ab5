package io.keyarbor.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that only their owner may read. */
class PrivateFileTest {
  @TempDir Path folder;

  @Test
  void aFileIsTheOwnersAlone() throws IOException {
    Path file = folder.resolve("below/secret");
    PrivateFile.write(file, new byte[] {1});
    PrivateFile.write(file, new byte[] {2});
    assertEquals(2, Files.readAllBytes(file)[0]);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aWriteThatFailsLeavesNothingOfWhatItWrote() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/full"));
    assertThrows(
        IOException.class, () -> PrivateFile.write(folder.resolve("taken"), new byte[] {1}));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(taken.getParent()), files.toList());
    }
  }
}
