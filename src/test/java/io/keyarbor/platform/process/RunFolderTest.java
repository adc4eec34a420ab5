package io.keyarbor.platform.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the files of a run lie. */
class RunFolderTest {
  @TempDir Path home;

  @Test
  void aPlaceThatCannotBeMadeDoesNotKeepTheRunFromTheNextOne() throws Exception {
    Path inTheWay = Files.writeString(home.resolve("state"), "a file");
    Path runtime = Files.createDirectory(home.resolve("runtime")).resolve("keyarbor");
    Folders folders =
        new Folders(home.resolve("data"), home.resolve("config"), inTheWay, Optional.of(runtime));
    Path made;
    try (RunFolder folder = RunFolder.create(folders)) {
      made = folder.path();
      assertEquals(runtime, made.getParent());
      assertTrue(Files.isDirectory(made));
    }
    assertFalse(Files.exists(made));

    Path blocked = Files.writeString(home.resolve("blocked"), "a file").resolve("keyarbor");
    Folders without =
        new Folders(
            home.resolve("data"),
            home.resolve("config"),
            home.resolve("other"),
            Optional.of(blocked));
    assertFalse(RunFolder.places(without).contains(blocked));
    assertTrue(RunFolder.places(without).contains(home.resolve("other").resolve("run")));
  }
}
