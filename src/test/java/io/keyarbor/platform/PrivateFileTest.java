package io.keyarbor.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Each has a file of its own until it is whole. */
  @Test
  void whoWriteAtOnceLeaveOneWholeFile() throws Exception {
    Path file = folder.resolve("shared");
    List<Callable<Void>> writers = new ArrayList<>();
    for (byte writer = 1; writer <= 4; writer++) {
      byte[] content = new byte[10_000];
      Arrays.fill(content, writer);
      writers.add(() -> {
        for (int i = 0; i < 25; i++) {
          PrivateFile.write(file, content);
        }
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    }
    byte[] found = Files.readAllBytes(file);
    byte[] whole = new byte[10_000];
    Arrays.fill(whole, found[0]);
    assertArrayEquals(whole, found);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void whatAKilledProgramLeftGoesAndNothingElse() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    String end = ".0123456789abcdef.new";
    Path left = Files.createFile(folder.resolve("a." + ended.pid() + end));
    Path used = Files.createFile(folder.resolve("a." + ProcessHandle.current().pid() + end));
    Path other = Files.createFile(folder.resolve("b." + ended.pid() + end));
    Path named = Files.createFile(folder.resolve("a.1.new"));
    PrivateFile.write(folder.resolve("a"), new byte[] {1});
    assertFalse(Files.exists(left));
    for (Path stays : List.of(used, other, named)) {
      assertTrue(Files.exists(stays), stays.toString());
    }
  }
}
