import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts Keyarbor together in {@code target/keyarbor}, the desktop app and the command line: jars,
 * one runtime, start scripts, manual pages and completions, and the caches of loaded classes that
 * let them start fast. Run by the build with the JDK that the runtime is taken from.
 */
final class Distribution {
  private final Path target;
  private final Path home;
  private final Path lib;
  private final FileTime time;

  private Distribution(Path target, Instant time) {
    this.target = target;
    this.time = FileTime.from(time);
    home = target.resolve("keyarbor");
    lib = home.resolve("lib");
  }

  /**
   * Arguments: the build folder, the jar of Keyarbor, files with the class paths of the rest for
   * the command line and for the desktop app, the time that all files get.
   */
  public static void main(String[] args) throws Exception {
    Distribution distribution =
        new Distribution(Path.of(args[0]).toAbsolutePath(), Instant.parse(args[4]));
    distribution.build(Path.of(args[1]), classPath(args[2]), classPath(args[3]));
  }

  private static List<Path> classPath(String file) throws IOException {
    String separator = System.getProperty("path.separator");
    return Stream.of(Files.readString(Path.of(file)).strip().split(separator, -1))
        .map(Path::of)
        .toList();
  }

  private void build(Path own, List<Path> commandLine, List<Path> desktop) throws IOException {
    Steps.delete(lib);
    Files.createDirectories(lib);
    Files.copy(own, lib.resolve("keyarbor.jar"));
    List<String> jars = new ArrayList<>(List.of("keyarbor.jar"));
    jars.addAll(copyJars(commandLine));
    // What the desktop app needs beside it comes after, so that both share the beginning.
    List<Path> more = desktop.stream().filter(jar -> !commandLine.contains(jar)).toList();
    List<String> all = new ArrayList<>(jars);
    all.addAll(copyJars(more.stream().filter(jar -> !isJavafx(jar)).toList()));
    compileAnew("picocli", jars);
    new RuntimeImage(target, home.resolve("runtime"))
        .link(more.stream().filter(Distribution::isJavafxModule).toList());
    styleSheets(all);
    // The caches know their jars and their runtime by time and size.
    Steps.setTimes(home, time);
    writeScripts(Path.of("src/main/launcher"), jars, all);
    rehearse(jars.stream().map(lib::resolve).toList(), all.stream().map(lib::resolve).toList());
    Steps.setTimes(home, time);
  }

  private static boolean isJavafx(Path jar) {
    return jar.getFileName().toString().startsWith("javafx-");
  }

  /** One for each platform holds the classes; the other is empty. */
  private static boolean isJavafxModule(Path jar) {
    return isJavafx(jar)
        && jar.getFileName().toString().matches("javafx-[a-z]+-[0-9.]+-[a-z0-9-]+\\.jar");
  }

  private List<String> copyJars(List<Path> from) throws IOException {
    for (Path jar : from) {
      Files.copy(jar, lib.resolve(jar.getFileName()));
    }
    return from.stream().map(jar -> jar.getFileName().toString()).toList();
  }

  /**
   * Compiles a library from its sources: classes in the format of Java 5, as picocli has them,
   * cannot be kept in the cache.
   */
  private void compileAnew(String library, List<String> jars) throws IOException {
    Path work = target.resolve("keyarbor-sources");
    String jar = jars.stream().filter(name -> name.startsWith(library + "-")).findFirst().get();
    Path sources = work.resolve(jar.replace(".jar", "-sources.jar"));
    Path classes = work.resolve(library);
    Steps.delete(classes);
    List<String> compile = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    compile.addAll(List.of("-nowarn", "-Xlint:none", "-encoding", "UTF-8"));
    try (FileSystem zip = FileSystems.newFileSystem(sources);
        Stream<Path> files = Files.walk(zip.getPath("/" + library))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        Path copy = classes.resolve("src" + file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        compile.add(copy.toString());
      }
    }
    Steps.tool("javac", compile);
    Steps.delete(classes.resolve("src"));
    Steps.tool(
        "jar",
        List.of(
            "--create",
            "--date",
            time.toString(),
            "--file",
            lib.resolve(jar).toString(),
            "-C",
            classes.toString(),
            "."));
  }

  /** Adds the binary form of each style sheet to the jar. */
  private void styleSheets(List<String> jars) throws IOException {
    Path work = target.resolve("keyarbor-styles");
    Steps.delete(work);
    try (FileSystem zip = FileSystems.newFileSystem(lib.resolve("keyarbor.jar"));
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path sheet : files.filter(f -> f.toString().endsWith(".css")).toList()) {
        Path copy = work.resolve(sheet.toString().substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(sheet, copy);
      }
    }
    Rehearsals program = new Rehearsals(home, target.resolve("keyarbor-build.log"));
    try {
      program.java(
          Flags.DESKTOP,
          "io.keyarbor.app.StyleSheetsMain",
          List.of(work.toString()),
          jars.stream().map(lib::resolve).toList(),
          Optional.empty());
    } finally {
      program.close();
    }
    Steps.tool(
        "jar",
        List.of(
            "--update",
            "--date",
            time.toString(),
            "--file",
            lib.resolve("keyarbor.jar").toString(),
            "-C",
            work.toString(),
            "."));
    Steps.delete(work);
  }

  private void writeScripts(Path from, List<String> commandLine, List<String> desktop)
      throws IOException {
    Path bin = home.resolve("bin");
    Steps.delete(bin);
    Files.createDirectories(bin);
    write(from, "keyarbor", commandLine, Flags.COMMAND_LINE);
    write(from, "keyarbor-desktop", desktop, Flags.DESKTOP);
  }

  private void write(Path from, String name, List<String> jars, List<String> flags)
      throws IOException {
    Path script = home.resolve("bin").resolve(name);
    String options = String.join(" ", flags);
    String unix = Files.readString(from.resolve(name)).replace("@FLAGS@", options);
    Files.writeString(script, unix.replace("@CLASSPATH@", joined(jars, "$lib/", ":")));
    String windows = Files.readString(from.resolve(name + ".cmd")).replace("@FLAGS@", options);
    Files.writeString(
        home.resolve("bin").resolve(name + ".cmd"),
        windows.replace("@CLASSPATH@", joined(jars, "%LIB%\\", ";")).replace("\n", "\r\n"));
    if (script.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String joined(List<String> jars, String folder, String separator) {
    return String.join(separator, jars.stream().map(folder::concat).toList());
  }

  private void rehearse(List<Path> commandLine, List<Path> desktop) throws IOException {
    Path share = home.resolve("share");
    Steps.delete(share);
    Rehearsals rehearsals = new Rehearsals(home, target.resolve("keyarbor-build.log"));
    try {
      rehearsals.java(
          Flags.COMMAND_LINE,
          "io.keyarbor.app.ShareFilesMain",
          List.of(share.toString()),
          commandLine,
          Optional.empty());
      rehearsals.commandLine(commandLine, Flags.COMMAND_LINE);
      rehearsals.desktop(desktop, Flags.DESKTOP);
    } finally {
      rehearsals.close();
    }
  }
}
