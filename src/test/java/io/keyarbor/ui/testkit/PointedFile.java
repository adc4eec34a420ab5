package io.keyarbor.ui.testkit;

import io.keyarbor.ui.dialog.FileChoice;
import java.nio.file.Path;
import java.util.Optional;

/** A person who points at one file after another, in whatever dialog asks for one. */
public final class PointedFile implements FileChoice {
  private Optional<Path> pointed = Optional.empty();

  /** The next file. */
  public void pointAt(Path file) {
    pointed = Optional.of(file);
  }

  @Override
  public Optional<Path> open(String title, Optional<Path> start) {
    return new OneFile(pointed).open(title, start);
  }

  @Override
  public Optional<Path> folder(String title, Optional<Path> start) {
    return new OneFile(pointed).folder(title, start);
  }

  @Override
  public Optional<Path> save(String title, Path proposal) {
    return new OneFile(pointed).save(title, proposal);
  }
}
