package io.keyarbor.platform.instance;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The program that starts the desktop app of this installation.
 *
 * @param path absolute
 */
public record DesktopProgram(Path path) {
  /** Names the program that started this process; the start scripts set it. */
  private static final String LAUNCHER = "keyarbor.launcher";

  private static final String NAME = "keyarbor-desktop";

  /** The one beside the program that started this process; empty if this is no installation. */
  public static Optional<DesktopProgram> find() {
    return beside(Optional.ofNullable(System.getProperty(LAUNCHER)).map(Path::of));
  }

  static Optional<DesktopProgram> beside(Optional<Path> launcher) {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> ends = os.startsWith("windows") ? List.of(".exe", ".cmd") : List.of("");
    return launcher
        .filter(Path::isAbsolute)
        .flatMap(path ->
            ends.stream()
                .map(end -> path.resolveSibling(NAME + end))
                .filter(Files::isExecutable)
                .findFirst())
        .map(DesktopProgram::new);
  }

  /**
   * Starts it and does not wait for it; it goes on when this process ends.
   *
   * @throws IOException if the system cannot start it
   */
  public void start(String argument) throws IOException {
    new ProcessBuilder(path.toString(), argument)
        .redirectInput(Redirect.from(devNull()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static java.io.File devNull() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return new java.io.File(os.startsWith("windows") ? "NUL" : "/dev/null");
  }
}
