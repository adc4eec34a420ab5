package io.keyarbor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small rooms: a file that no longer fits in one's head is cut in two. */
class SourceSizeTest {
  private static final int MOST_LINES = 400;

  @Test
  void noSourceFileIsLongerThanOneCanKeepInMind() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      List<String> tooLong =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> lines(f) > MOST_LINES)
              .map(f -> f + " has " + lines(f) + " lines")
              .toList();
      assertEquals(List.of(), tooLong);
    }
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
