package io.keyarbor.platform.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds a program as a POSIX shell does. */
final class ProgramFile {
  /** What execvp(3) takes where there is no PATH. */
  private static final String DEFAULT_PATH = "/bin:/usr/bin";

  private ProgramFile() {}

  /**
   * The file of the program.
   *
   * @param path the child's variable PATH
   * @throws LaunchException if there is none that can be run
   */
  static Path find(String name, Optional<String> path) throws LaunchException {
    if (name.isEmpty()) {
      throw missing(name);
    }
    if (name.indexOf('/') >= 0) {
      return checked(name, file("", name));
    }
    Optional<Path> found = Optional.empty();
    for (String folder : path.orElse(DEFAULT_PATH).split(":", -1)) {
      Optional<Path> file = file(folder, name).filter(Files::isRegularFile);
      if (file.filter(Files::isExecutable).isPresent()) {
        return file.get();
      }
      found = found.or(() -> file);
    }
    return checked(name, found);
  }

  private static Path checked(String name, Optional<Path> file) throws LaunchException {
    Path there = file.filter(Files::exists).orElseThrow(() -> missing(name));
    if (Files.isDirectory(there)) {
      throw notExecutable(there + " is a folder");
    }
    if (!Files.isExecutable(there)) {
      throw notExecutable(there + " is not executable. Make it so: chmod +x");
    }
    return there;
  }

  private static Optional<Path> file(String folder, String name) {
    try {
      return Optional.of(Path.of(folder).resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static LaunchException missing(String name) {
    return new LaunchException(
        LaunchException.NOT_FOUND,
        "There is no program “" + name + "”. Check its name, or give its path.");
  }

  static LaunchException notExecutable(String why) {
    return new LaunchException(LaunchException.NOT_EXECUTABLE, "It cannot be run: " + why + ".");
  }
}
