package io.keyarbor.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder for this person alone that is deleted, with all in it, when closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
  /**
   * Makes one.
   *
   * @param purpose a word for its name
   * @throws IOException if the disk refuses
   */
  public static TemporaryFolder create(String purpose) throws IOException {
    // The JDK makes it with mode 0700.
    return new TemporaryFolder(Files.createTempDirectory("keyarbor-" + purpose + "-"));
  }

  /** Deletes what can be deleted; the system empties its temporary folder of the rest in time. */
  @Override
  public void close() {
    try (var files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      path.toFile().deleteOnExit();
    }
  }
}
