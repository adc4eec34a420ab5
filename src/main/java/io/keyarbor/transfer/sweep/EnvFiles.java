package io.keyarbor.transfer.sweep;

import io.keyarbor.transfer.Reading.Skipped;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for {@code .env} files in folders. Follows no link, goes eight folders deep, and leaves out
 * where dependencies and histories lie.
 */
final class EnvFiles extends SimpleFileVisitor<Path> {
  private static final int DEEPEST = 8;
  private static final int MOST_SEEN = 200_000;
  private static final int MOST_FILES = 1_000;

  private static final Set<String> LEFT_OUT =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          "node_modules",
          "venv",
          ".venv",
          "__pycache__",
          "vendor",
          "target",
          "build",
          "dist",
          ".gradle",
          ".m2",
          ".cache",
          ".terraform",
          ".tox",
          "proc",
          "sys");

  /** Endings of files that show what belongs in such a file, and hold no secret. */
  private static final Set<String> EXAMPLES =
      Set.of("example", "sample", "template", "dist", "defaults");

  private final Path root;
  private final List<Skipped> told;
  private final List<Path> found = new ArrayList<>();
  private int seen;

  private EnvFiles(Path root, List<Skipped> told) {
    this.root = root;
    this.told = told;
  }

  /** Those below {@code folder}; if it is a file, that one whatever its name. */
  static List<Path> below(Path folder, List<Skipped> told) {
    if (!Files.isDirectory(folder)) {
      return List.of(folder);
    }
    EnvFiles search = new EnvFiles(folder, told);
    try {
      Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, search);
    } catch (IOException e) {
      told.add(new Skipped(folder.toString(), "This folder cannot be read."));
    }
    return search.found.stream().sorted().toList();
  }

  /** {@code .env}, {@code .env.production}, {@code production.env}; not {@code .env.example}. */
  static boolean isEnvFile(String name) {
    boolean env = name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env");
    return env && !EXAMPLES.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
    boolean leftOut =
        !folder.equals(root) && LEFT_OUT.contains(String.valueOf(folder.getFileName()));
    return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
    seen++;
    if (seen > MOST_SEEN || found.size() >= MOST_FILES || Thread.currentThread().isInterrupted()) {
      told.add(
          new Skipped(
              root.toString(),
              "It holds too many files to look at all. Name the folders of your projects."));
      return FileVisitResult.TERMINATE;
    }
    if (!is.isDirectory() && isEnvFile(file.getFileName().toString())) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException fault) {
    told.add(new Skipped(file.toString(), "It cannot be read. Check its mode and owner."));
    return FileVisitResult.CONTINUE;
  }
}
