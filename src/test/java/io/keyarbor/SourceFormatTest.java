package io.keyarbor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The one formatter of the project. {@code mvn test -Dtest=SourceFormatTest -Dformat.fix=true}
 * mends what it finds.
 */
class SourceFormatTest {
  @Test
  void everySourceFileIsFormatted() throws Exception {
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    try (var files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        String imports =
            ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE);
        String formatted = formatter.formatSource(imports);
        if (!formatted.equals(source)) {
          if (Boolean.getBoolean("format.fix")) {
            Files.writeString(file, formatted);
          } else {
            unformatted.add(file);
          }
        }
      }
    }
    assertEquals(List.of(), unformatted, "run with -Dformat.fix=true");
  }
}
