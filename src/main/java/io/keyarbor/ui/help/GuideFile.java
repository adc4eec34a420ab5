package io.keyarbor.ui.help;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the documents that lie beside the installed program. */
final class GuideFile {
  private static final String FROM_HOME = "share/doc/user-guide.html";

  private GuideFile() {}

  /** The user guide; empty if it was not installed. */
  static Optional<Path> find() {
    return place().flatMap(GuideFile::near);
  }

  /** In an installed program the jar lies in {@code lib}; in a build the classes lie in target. */
  static Optional<Path> near(Path code) {
    Path parent = code.getParent();
    return Stream.of(parent.resolve("keyarbor"), parent.resolveSibling(""))
        .map(home -> home.resolve(FROM_HOME).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Optional<Path> place() {
    CodeSource source = GuideFile.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
