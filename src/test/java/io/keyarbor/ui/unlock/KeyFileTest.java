package io.keyarbor.ui.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir Path folder;

  @Test
  void aNewKeyFileIsRandomAndForItsOwnerAlone() throws Exception {
    Path one = folder.resolve("one.key");
    Path two = folder.resolve("two.key");
    KeyFile.generate(one);
    KeyFile.generate(two);

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(one)));
    try (Secret first = KeyFile.read(one);
        Secret second = KeyFile.read(two)) {
      assertEquals(64, first.length());
      assertFalse(first.sameAs(second));
    }
  }

  @Test
  void aFileThatIsThereIsNeverOverwritten() throws Exception {
    Path file = Files.writeString(folder.resolve("letter.txt"), "dear");

    var refused = assertThrows(KeyFile.Unusable.class, () -> KeyFile.generate(file));

    assertTrue(refused.getMessage().contains("already a file"));
    assertEquals("dear", Files.readString(file));
  }

  @Test
  void whatCannotBeAKeyFileIsTold() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);

    assertTrue(message(empty).contains("empty"));
    assertTrue(message(large).contains("larger than 1 MiB"));
    assertTrue(message(folder.resolve("none")).contains("no key file"));
    assertTrue(message(folder).contains("could not be read"));
  }

  private static String message(Path file) {
    return assertThrows(KeyFile.Unusable.class, () -> KeyFile.read(file)).getMessage();
  }
}
