package io.keyarbor.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be seen of a folder of templates without reading its files: two states are equal unless
 * a file came, went or was written. Works on any file system, also where changes are not told.
 */
public record FolderState(List<Seen> files) {
  /** One file; its key tells it from another one of the same name. */
  record Seen(Path file, FileTime written, long size, String key) {}

  /** The state of {@code folder} now; empty if there is no such folder. Blocks while it looks. */
  public static FolderState of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new FolderState(List.of());
    }
    try (Stream<Path> files = Files.walk(folder, TemplateFolder.MAX_DEPTH)) {
      return new FolderState(
          files
              .filter(TemplateFolder::isTemplate)
              .limit(TemplateFolder.MAX_FILES + 1)
              .sorted()
              .map(FolderState::seen)
              .toList());
    } catch (IOException | UncheckedIOException e) {
      return new FolderState(List.of());
    }
  }

  private static Seen seen(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Seen(file, now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
    } catch (IOException e) {
      return new Seen(file, FileTime.fromMillis(0), -1, "");
    }
  }
}
