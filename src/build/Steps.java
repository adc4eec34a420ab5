import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What the steps of the build have in common. */
final class Steps {
  /** More than a busy machine needs for any of them. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Steps() {}

  /** A program did not end in time, and was ended. */
  static final class Late extends IOException {
    private static final long serialVersionUID = 1L;

    Late(String message) {
      super(message);
    }
  }

  /** Runs a tool of the JDK, such as {@code jlink}, in this process. */
  static void tool(String name, List<String> arguments) {
    check(
        ToolProvider.findFirst(name)
            .orElseThrow()
            .run(System.out, System.err, arguments.toArray(String[]::new)),
        name);
  }

  /** Runs a program to its end; what it says goes to {@code log}, and is shown where it fails. */
  static void program(
      List<String> command, Path folder, Path log, Consumer<Map<String, String>> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    environment.accept(builder.environment());
    int code = waitFor(builder.start(), command.getFirst());
    if (code != 0) {
      System.err.println(Files.readString(log));
    }
    check(code, command.getFirst());
  }

  private static int waitFor(Process process, String name) throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(LIMIT)) {
        throw new Late(name + " did not end in " + LIMIT.toMinutes() + " minutes");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IOException("stopped while waiting for " + name, e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void check(int code, String what) {
    if (code != 0) {
      throw new IllegalStateException(what + " failed with " + code);
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          // A helper of the desktop may just have deleted its own.
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Gives each file and folder below {@code folder} one time, that builds do not differ by it. */
  static void setTimes(Path folder, FileTime time) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }
}
