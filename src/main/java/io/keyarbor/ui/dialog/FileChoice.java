package io.keyarbor.ui.dialog;

import java.nio.file.Path;
import java.util.Optional;

/** Lets the person point at a file; the system's own dialog in the app, an answer in tests. */
public interface FileChoice {
  /**
   * An existing file.
   *
   * @param title what it is for
   * @param start the folder or file to begin at; empty means wherever the system begins
   */
  Optional<Path> open(String title, Optional<Path> start);

  /** An existing folder. */
  Optional<Path> folder(String title, Optional<Path> start);

  /** A place for a new file. */
  Optional<Path> save(String title, Path proposal);
}
