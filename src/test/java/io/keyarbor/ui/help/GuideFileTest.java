package io.keyarbor.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideFileTest {
  @TempDir Path folder;

  private Path put(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "<html></html>");
  }

  @Test
  void anInstalledProgramHasItBesideItsLibraries() throws Exception {
    Path guide = put("share/doc/user-guide.html");
    assertEquals(Optional.of(guide), GuideFile.near(folder.resolve("lib/keyarbor.jar")));
  }

  @Test
  void aBuildHasItWhereTheProgramIsPutTogether() throws Exception {
    Path guide = put("keyarbor/share/doc/user-guide.html");
    assertEquals(Optional.of(guide), GuideFile.near(folder.resolve("classes")));
  }

  @Test
  void withoutItThereIsNone() {
    assertEquals(Optional.empty(), GuideFile.near(folder.resolve("lib/keyarbor.jar")));
  }
}
