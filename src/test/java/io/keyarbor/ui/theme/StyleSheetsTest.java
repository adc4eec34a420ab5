package io.keyarbor.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all style sheets of the app keep to. */
class StyleSheetsTest {
  /** A blur is worked out anew at each repaint, which without a graphics card costs most of it. */
  @Test
  void nothingIsBlurred() throws IOException {
    assertEquals(List.of(), sheetsWith("-fx-effect"));
    assertFalse(sheetsWith("-fx-background-color").isEmpty());
  }

  private static List<String> sheetsWith(String word) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      return files
          .filter(file -> file.toString().endsWith(".css"))
          .filter(file -> contains(file, word))
          .map(Path::toString)
          .toList();
    }
  }

  private static boolean contains(Path file, String word) {
    try {
      return Files.readString(file).contains(word);
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
