package io.keyarbor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
  @TempDir Path folder;

  @Test
  void theCatalogueOfANewFileIsTheOneThatIsAllowed() throws Exception {
    Path file = folder.resolve("new");
    PrivateFiles.createFile(file);
    try (Connection connection = Engine.open(file)) {
      Engine.run(connection, Format.one().create());
    }
    List<String> found =
        Inspection.statements(file).stream()
            .filter(s -> !s.startsWith("SET CREATE_BUILD"))
            .toList();
    Files.writeString(Path.of("target/format-1.catalogue"), String.join("\n\n", found) + "\n");
    assertEquals(
        found, Format.one().catalogue(), "the engine writes what target/format-1.catalogue says");
  }
}
