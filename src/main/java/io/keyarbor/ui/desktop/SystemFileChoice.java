package io.keyarbor.ui.desktop;

import io.keyarbor.ui.dialog.FileChoice;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own file dialogs over a window. */
public final class SystemFileChoice implements FileChoice {
  private final Window owner;

  /** Dialogs over {@code owner}. */
  public SystemFileChoice(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, Optional<Path> start) {
    FileChooser chooser = chooser(title, start);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> folder(String title, Optional<Path> start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    start.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> save(String title, Path proposal) {
    FileChooser chooser = chooser(title, Optional.of(proposal));
    chooser.setInitialFileName(String.valueOf(proposal.getFileName()));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private static FileChooser chooser(String title, Optional<Path> start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    start
        .map(path -> Files.isDirectory(path) ? path : path.toAbsolutePath().getParent())
        .filter(Files::isDirectory)
        .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    return chooser;
  }
}
