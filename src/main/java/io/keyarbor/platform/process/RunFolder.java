package io.keyarbor.platform.process;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.platform.TemporaryFolder;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of mode 0700 for the time a program runs, in memory where the system has a place for
 * that. It is deleted when closed; if this process is killed, a small shell that waits for its end
 * deletes it; and if even that is killed, the next run does.
 *
 * <p>Windows has no such shell: there the folder of a process that was killed stays until the next
 * run.
 */
public final class RunFolder implements AutoCloseable {
  private static final String NAME = "keyarbor-run-";
  private static final Pattern OF_PROCESS = Pattern.compile(NAME + "([0-9]{1,10})-.*");

  /** Reading ends when this process does, since it alone has the pipe's other end. */
  private static final String JANITOR = "trap '' HUP INT QUIT TERM; read -r end; rm -rf -- \"$1\"";

  private final Path path;
  private final Optional<Process> janitor;

  private RunFolder(Path path, Optional<Process> janitor) {
    this.path = path;
    this.janitor = janitor;
  }

  /**
   * Makes one, and deletes those that killed processes left.
   *
   * @throws IOException if no place takes it
   */
  public static RunFolder create(Folders folders) throws IOException {
    return create(places(folders));
  }

  /** The same in the first of {@code places} that takes it. */
  static RunFolder create(List<Path> places) throws IOException {
    IOException refused = new IOException("there is no place for the files of a run");
    for (Path place : places) {
      try {
        sweep(place);
        // The JDK makes it with mode 0700.
        Path made = Files.createTempDirectory(place, NAME + ProcessHandle.current().pid() + "-");
        return new RunFolder(made, watched(made));
      } catch (IOException e) {
        refused.addSuppressed(e);
      }
    }
    throw refused;
  }

  /** The best first: those in memory. */
  static List<Path> places(Folders folders) {
    List<Path> places = new ArrayList<>();
    folders
        .runtime()
        .filter(runtime -> Files.isDirectory(runtime.getParent()) && isMade(runtime))
        .ifPresent(places::add);
    places.add(Path.of("/dev/shm"));
    places.add(folders.state().resolve("run"));
    isMade(places.getLast());
    return places.stream().filter(Files::isDirectory).toList();
  }

  /** One that cannot be made is no reason not to try the others. */
  private static boolean isMade(Path folder) {
    try {
      PrivateFile.createFolder(folder);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** With nobody to delete it, the folder must not stay. */
  private static Optional<Process> watched(Path made) throws IOException {
    try {
      return janitor(made);
    } catch (IOException e) {
      new TemporaryFolder(made).close();
      throw e;
    }
  }

  private static Optional<Process> janitor(Path folder) throws IOException {
    if (File.separatorChar != '/') {
      return Optional.empty();
    }
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", JANITOR, "keyarbor-janitor", folder.toString())
            .directory(new File("/"))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    return Optional.of(builder.start());
  }

  /** Deletes what processes that are no more have left; a number that is used again only waits. */
  private static void sweep(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      String me = System.getProperty("user.name");
      all.filter(RunFolder::isLeft)
          .filter(f -> isMine(f, me))
          .forEach(f -> new TemporaryFolder(f).close());
    }
  }

  private static boolean isLeft(Path folder) {
    Matcher name = OF_PROCESS.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static boolean isMine(Path folder, String me) {
    try {
      return !Files.isSymbolicLink(folder) && Files.getOwner(folder).getName().equals(me);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Writes files into it. */
  public ValueFiles files() {
    return new ValueFiles(path);
  }

  @Override
  public void close() {
    new TemporaryFolder(path).close();
    janitor.ifPresent(RunFolder::dismiss);
  }

  private static void dismiss(Process janitor) {
    try {
      janitor.getOutputStream().close();
    } catch (IOException e) {
      // It ends with this process at the latest.
    }
  }
}
