package io.keyarbor.transfer.scan;

import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.git.Git;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files to scan below a place. In a git repository, git says which are ignored. */
final class WorkTree {
  /** A larger file is data, not something that a person writes. */
  static final int LARGEST = 10 << 20;

  private static final int MOST = 500_000;

  private WorkTree() {}

  /**
   * A file.
   *
   * @param name below the repository's top folder, or below the folder that was named
   */
  record Entry(Path file, String name) {}

  static List<Entry> below(Path place, boolean ignoredToo, List<Skipped> told) throws IOException {
    Optional<Git> git = ignoredToo ? Optional.empty() : Git.at(place);
    if (git.isEmpty()) {
      return walked(place, told);
    }
    Path top = git.get().folder();
    Path real = place.toRealPath();
    String below = real.equals(top) ? "." : top.relativize(real).toString();
    return git
        .get()
        .names(
            MOST,
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
            "--deduplicate",
            "--",
            ":(literal)" + below)
        .stream()
        .map(name -> new Entry(top.resolve(name), name))
        .filter(e -> Files.isRegularFile(e.file(), LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  private static List<Entry> walked(Path place, List<Skipped> told) throws IOException {
    Path base = Files.isDirectory(place) ? place : place.getParent();
    List<Entry> found = new ArrayList<>();
    Files.walkFileTree(
        place,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
            return folder.endsWith(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (found.size() == MOST) {
              told.add(new Skipped(place.toString(), "It holds too many files to scan all."));
              return FileVisitResult.TERMINATE;
            }
            if (is.isRegularFile()) {
              found.add(new Entry(file, base.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            told.add(new Skipped(file.toString(), "It cannot be read. Check its mode and owner."));
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** All of a plain file that is not too large. */
  static byte[] read(Path file) throws IOException {
    BasicFileAttributes is =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!is.isRegularFile() || is.size() > LARGEST) {
      throw new IOException("no plain file, or too large");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(LARGEST);
    }
  }
}
