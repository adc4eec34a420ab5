package io.keyarbor.ui.testkit;

import io.keyarbor.ui.dialog.FileChoice;
import java.nio.file.Path;
import java.util.Optional;

/** A person who always points at the same file, or at none. */
public record OneFile(Optional<Path> file) implements FileChoice {
  /** Points at none. */
  public OneFile() {
    this(Optional.empty());
  }

  @Override
  public Optional<Path> open(String title, Optional<Path> start) {
    return file;
  }

  @Override
  public Optional<Path> folder(String title, Optional<Path> start) {
    return file;
  }

  @Override
  public Optional<Path> save(String title, Path proposal) {
    return file;
  }
}
