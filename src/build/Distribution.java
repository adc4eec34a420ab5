import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Puts the command line together in {@code target/keyarbor}: jars, a runtime with the modules that
 * they need, start scripts, manual pages and completions, and the cache of loaded classes that lets
 * it start fast. Run by the build with the JDK that the runtime is taken from.
 */
final class Distribution {
  private static final String MODULES =
      String.join(
          ",",
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.rmi",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "jdk.naming.dns",
          "jdk.net",
          "jdk.security.auth",
          "jdk.unsupported");

  /** Short runs gain nothing from the second compiler, nor from a collector with threads. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+DisableAttachMechanism",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED");

  private final Path target;
  private final Path home;
  private final Path lib;
  private final List<String> jars = new ArrayList<>();

  private Distribution(Path target) {
    this.target = target;
    home = target.resolve("keyarbor");
    lib = home.resolve("lib");
  }

  /** Arguments: the build folder, the jar of Keyarbor, a file with the class path of the rest. */
  public static void main(String[] args) throws Exception {
    Distribution distribution = new Distribution(Path.of(args[0]).toAbsolutePath());
    distribution.copyJars(Path.of(args[1]), Files.readString(Path.of(args[2])).strip());
    distribution.compileAnew("picocli");
    distribution.linkRuntime();
    distribution.writeScripts(Path.of("src/main/launcher"));
    distribution.writeShareFiles();
    distribution.rehearse();
  }

  private void copyJars(Path own, String classPath) throws IOException {
    delete(lib);
    Files.createDirectories(lib);
    copy(own, "keyarbor.jar");
    for (String jar : classPath.split(System.getProperty("path.separator"), -1)) {
      copy(Path.of(jar), Path.of(jar).getFileName().toString());
    }
  }

  private void copy(Path jar, String name) throws IOException {
    Files.copy(jar, lib.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    jars.add(name);
  }

  /**
   * Compiles a library from its sources: classes in the format of Java 5, as picocli has them,
   * cannot be kept in the cache.
   */
  private void compileAnew(String library) throws IOException {
    Path work = target.resolve("keyarbor-sources");
    String jar = jars.stream().filter(name -> name.startsWith(library + "-")).findFirst().get();
    Path sources = work.resolve(jar.replace(".jar", "-sources.jar"));
    Path classes = work.resolve(library);
    delete(classes);
    List<String> compile = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    compile.addAll(List.of("-nowarn", "-Xlint:none", "-encoding", "UTF-8"));
    try (FileSystem zip = FileSystems.newFileSystem(sources);
        Stream<Path> files = Files.walk(zip.getPath("/" + library))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Path copy = classes.resolve("src" + file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        compile.add(copy.toString());
      }
    }
    tool("javac", compile.toArray(String[]::new));
    delete(classes.resolve("src"));
    Path to = lib.resolve(jar);
    tool("jar", "--create", "--file", to.toString(), "-C", classes.toString(), ".");
  }

  private static void tool(String name, String... arguments) {
    int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
    check(code, name);
  }

  /** Made once for each version of the JDK and each list of modules. */
  private void linkRuntime() throws IOException {
    Path runtime = home.resolve("runtime");
    Path mark = target.resolve("keyarbor-runtime.txt");
    String wanted = System.getProperty("java.vm.version") + " " + MODULES;
    if (Files.exists(mark) && Files.readString(mark).equals(wanted) && Files.exists(runtime)) {
      return;
    }
    delete(runtime);
    tool(
        "jlink",
        "--add-modules",
        MODULES,
        "--strip-debug",
        "--no-man-pages",
        "--no-header-files",
        "--output",
        runtime.toString());
    Files.writeString(mark, wanted);
  }

  private void writeScripts(Path from) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    write(bin.resolve("keyarbor"), Files.readString(from.resolve("keyarbor")), "$lib/", ":");
    String windows = Files.readString(from.resolve("keyarbor.cmd")).replace("\n", "\r\n");
    write(bin.resolve("keyarbor.cmd"), windows, "%LIB%\\", ";");
    if (Files.getFileStore(bin).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          bin.resolve("keyarbor"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void write(Path script, String text, String folder, String separator) throws IOException {
    String classPath = String.join(separator, jars.stream().map(folder::concat).toList());
    Files.writeString(
        script, text.replace("@CLASSPATH@", classPath).replace("@FLAGS@", String.join(" ", FLAGS)));
  }

  private void writeShareFiles() throws Exception {
    delete(home.resolve("share"));
    run(List.of(), List.of("io.keyarbor.app.ShareFilesMain", home.resolve("share").toString()));
  }

  /**
   * Runs typical commands in a home that is thrown away, and lets the virtual machine keep what it
   * loaded.
   */
  private void rehearse() throws Exception {
    Path stage = target.resolve("rehearsal");
    delete(stage);
    Files.createDirectories(stage);
    rehearse("ALL", Optional.of(lib.resolve("keyarbor.aot")));
    // A program that has less to load starts sooner, and what people do most needs least.
    rehearse("OPENING", Optional.empty());
    rehearse("READING", Optional.of(lib.resolve("keyarbor-reading.aot")));
    rehearse("CLOSING", Optional.empty());
    delete(stage);
  }

  private void rehearse(String part, Optional<Path> cache) throws Exception {
    List<String> options = new ArrayList<>();
    options.add("-Dkeyarbor.launcher=" + home.resolve("bin/keyarbor"));
    cache.ifPresent(file -> options.add("-XX:AOTCacheOutput=" + file));
    run(options, List.of("io.keyarbor.app.Rehearsal", part));
    if (cache.isPresent() && !Files.exists(cache.get())) {
      throw new IllegalStateException("the rehearsal left no cache");
    }
  }

  private void run(List<String> options, List<String> main) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("runtime/bin/java").toString());
    command.addAll(options);
    command.addAll(FLAGS);
    command.add("-cp");
    String separator = System.getProperty("path.separator");
    command.add(
        String.join(separator, jars.stream().map(lib::resolve).map(Path::toString).toList()));
    command.addAll(main);
    Path log = target.resolve("keyarbor-build.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.PIPE);
    Map<String, String> env = builder.environment();
    env.keySet().removeIf(name -> name.startsWith("KEYARBOR_") || name.contains("JAVA_"));
    Path stage = target.resolve("rehearsal");
    for (String variable :
        List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")) {
      env.put(variable, stage.resolve(variable).toString());
    }
    env.put("KEYARBOR_PASSWORD_FILE", stage.resolve("password").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    int code = process.waitFor();
    if (code != 0) {
      System.err.println(Files.readString(log));
    }
    check(code, main.getFirst());
  }

  private static void check(int code, String what) {
    if (code != 0) {
      throw new IllegalStateException(what + " failed with " + code);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
