import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runtime that is installed with Keyarbor: the modules of the JDK that it needs, and JavaFX.
 *
 * <p>JavaFX is linked in, for its classes then need no search in jars, and its native libraries lie
 * in the runtime's own folder. From a jar they would be unpacked into the person's home at the
 * first start, which leaves files that no removal takes away.
 */
final class RuntimeImage {
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.rmi",
          "java.scripting",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.xml",
          "jdk.naming.dns",
          "jdk.net",
          "jdk.security.auth",
          "jdk.unsupported",
          "jdk.unsupported.desktop");

  private static final Pattern UNUSED =
      Pattern.compile("(keytool|rmiregistry|jrunscript)(\\.exe)?|(lib)?jsound\\.(so|dll|dylib)");

  private static final List<String> NATIVE = List.of(".so", ".dll", ".dylib");

  private final Path target;
  private final Path runtime;

  RuntimeImage(Path target, Path runtime) {
    this.target = target;
    this.runtime = runtime;
  }

  /** Made once for each version of the JDK, of JavaFX and each list of modules. */
  void link(List<Path> javafx) throws IOException {
    Path mark = target.resolve("keyarbor-runtime.txt");
    String wanted = System.getProperty("java.vm.version") + " " + MODULES + " " + javafx;
    if (Files.exists(mark) && Files.readString(mark).equals(wanted) && Files.exists(runtime)) {
      return;
    }
    Path mods = target.resolve("keyarbor-jmods");
    Steps.delete(mods);
    Files.createDirectories(mods);
    List<String> modules = new ArrayList<>(MODULES);
    for (Path jar : javafx) {
      modules.add(module(jar, mods));
    }
    Steps.delete(runtime);
    Steps.tool(
        "jlink",
        List.of(
            "--module-path",
            mods.toString(),
            "--add-modules",
            String.join(",", modules),
            "--strip-debug",
            "--no-man-pages",
            "--no-header-files",
            "--output",
            runtime.toString()));
    Steps.delete(mods);
    dropUnused();
    Files.writeString(mark, wanted);
  }

  /** Programs beside the virtual machine, and sound, which would need a library of the system. */
  private void dropUnused() throws IOException {
    try (Stream<Path> files = Files.walk(runtime)) {
      for (Path file : files.toList()) {
        if (UNUSED.matcher(file.getFileName().toString()).matches()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Makes a module with its native libraries apart from its classes; returns its name. */
  private String module(Path jar, Path mods) throws IOException {
    Path work = mods.resolve("work");
    Path classes = work.resolve("classes");
    Path libraries = Files.createDirectories(work.resolve("libraries"));
    try (FileSystem zip = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.toString().substring(1);
        Path to = isNative(name) ? libraries.resolve(name) : classes.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "").replace('-', '.');
    Path module = mods.resolve(name + ".jmod");
    Steps.tool(
        "jmod",
        List.of(
            "create",
            "--class-path",
            classes.toString(),
            "--libs",
            libraries.toString(),
            module.toString()));
    Steps.delete(work);
    return name;
  }

  private static boolean isNative(String name) {
    return NATIVE.stream().anyMatch(name::endsWith);
  }
}
