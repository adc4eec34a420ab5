import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packs the app for Windows and macOS with the JDK's own tool: there its launchers are what the
 * systems expect, signed and with an icon, and cost nothing extra. The same runtime, jars, caches,
 * completions and guide go in as on Linux.
 *
 * <p>The app is put together first and packed after, for its two launchers shall be called as
 * everywhere, {@code keyarbor-desktop} and {@code keyarbor}, and what people see {@code Keyarbor}.
 */
final class Jpackage {
  private static final String LAUNCHER = "keyarbor-desktop";

  private final Path target;
  private final Path out;
  private final String version;
  private final boolean windows;
  private final boolean mac;
  private final Path work;

  /**
   * Packs {@code target/keyarbor}.
   *
   * @param system as the property {@code os.name} says it, in small letters
   */
  Jpackage(Path target, Path out, String version, String system) {
    this.target = target;
    this.out = out;
    this.version = version;
    windows = system.startsWith("win");
    mac = system.startsWith("mac");
    work = target.resolve("installer-work");
  }

  /** The kind {@code app-image} is the folder itself, as it would be installed. */
  void build(List<String> kinds) throws IOException {
    Steps.delete(work);
    Files.createDirectories(work);
    Path app = image();
    for (String kind : kinds) {
      if (kind.equals("app-image")) {
        Steps.delete(out.resolve(app.getFileName()));
        LinuxTree.copyTree(app, out.resolve(app.getFileName()));
      } else {
        pack(kind, app);
      }
    }
    Steps.delete(work);
  }

  private Path image() throws IOException {
    Path built = work.resolve("image");
    List<String> command = new ArrayList<>(common("app-image", LAUNCHER, built));
    command.addAll(List.of("--runtime-image", home("runtime").toString()));
    command.addAll(List.of("--input", input().toString()));
    command.addAll(List.of("--main-jar", "keyarbor.jar"));
    command.addAll(List.of("--main-class", "io.keyarbor.app.Main"));
    for (String option : options(LAUNCHER, Flags.DESKTOP, LAUNCHER)) {
      command.addAll(List.of("--java-options", option));
    }
    command.addAll(List.of("--add-launcher", "keyarbor=" + commandLine()));
    command.addAll(List.of("--icon", icon().toString()));
    Steps.tool("jpackage", command);
    String end = mac ? ".app" : "";
    return Files.move(built.resolve(LAUNCHER + end), built.resolve("Keyarbor" + end));
  }

  private Path home(String part) {
    return target.resolve("keyarbor").resolve(part);
  }

  private List<String> common(String kind, String name, Path to) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--type", kind, "--dest", to.toString(), "--name", name));
    command.addAll(List.of("--app-version", toolVersion(), "--vendor", "The Keyarbor project"));
    command.addAll(List.of("--description", "Keeps machine credentials"));
    command.addAll(List.of("--resource-dir", resources().toString()));
    if (mac) {
      command.addAll(List.of("--mac-package-identifier", "io.keyarbor.Keyarbor"));
      command.addAll(List.of("--mac-package-name", "Keyarbor"));
    }
    return command;
  }

  /** For macOS the tool refuses versions that begin with 0; Info.plist says the right one. */
  private String toolVersion() {
    return mac && version.startsWith("0.") ? "1." + version.substring(2) : version;
  }

  /** Jars and caches, and beside the jars what the app's help looks for. */
  private Path input() throws IOException {
    Path input = work.resolve("input");
    LinuxTree.copyTree(home("lib"), input);
    LinuxTree.copyTree(home("share"), input.resolve("keyarbor/share"));
    return input;
  }

  /** What the start scripts give to the virtual machine; the caches want the jars in that order. */
  private List<String> options(String script, List<String> flags, String cache) throws IOException {
    List<String> options = new ArrayList<>(flags);
    String end = windows ? ".exe" : "";
    options.add("-XX:AOTCache=$APPDIR/" + cache + ".aot");
    options.add("-Dkeyarbor.launcher=$BINDIR/" + script + end);
    options.add("-Djava.class.path=" + classPath(script));
    return options;
  }

  private String classPath(String script) throws IOException {
    String before = "-cp \"";
    String text = Files.readString(home("bin").resolve(script));
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf('"', from))
        .replace("$lib/", "$APPDIR/")
        .replace(":", System.getProperty("path.separator"));
  }

  private Path commandLine() throws IOException {
    Path file = work.resolve("keyarbor.properties");
    Files.writeString(
        file,
        """
        main-class=io.keyarbor.app.CommandLineApp
        main-jar=keyarbor.jar
        java-options=%s
        win-console=true
        win-menu=false
        win-shortcut=false
        """
            .formatted(String.join(" ", options("keyarbor", Flags.COMMAND_LINE, "keyarbor"))));
    return file;
  }

  private Path icon() throws IOException {
    Path icon = work.resolve(windows ? "keyarbor.ico" : "keyarbor.icns");
    if (windows) {
      Icons.ico(icon);
    } else if (mac) {
      Icons.icns(icon);
    } else {
      return Path.of("icons/keyarbor-512.png");
    }
    return icon;
  }

  /** What takes the place of the tool's own: links that begin with {@code keyarbor:}, and names. */
  private Path resources() throws IOException {
    Path folder = Files.createDirectories(work.resolve("resources"));
    Files.writeString(
        folder.resolve("main.wxs"), Files.readString(Path.of("packaging/windows/main.wxs")));
    String list = Files.readString(Path.of("packaging/macos/Info.plist"));
    Files.writeString(folder.resolve("Info.plist"), list.replace("@VERSION@", version));
    return folder;
  }

  private void pack(String kind, Path app) throws IOException {
    Path to = work.resolve(kind);
    List<String> command = new ArrayList<>(common(kind, "Keyarbor", to));
    command.addAll(List.of("--app-image", app.toString(), "--license-file", "LICENSE"));
    if (!mac) {
      command.addAll(List.of("--file-associations", "packaging/bundle.properties"));
    }
    if (windows) {
      command.addAll(List.of("--icon", icon().toString()));
      command.addAll(List.of("--win-per-user-install", "--win-dir-chooser"));
      // Stays the same in all versions: by it Windows knows an upgrade.
      command.addAll(List.of("--win-upgrade-uuid", "6f1d2c5e-4b0a-4c39-9d37-51c0de5a7b11"));
    }
    Steps.tool("jpackage", command);
    try (Stream<Path> files = Files.list(to)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(toolVersion(), version);
        Files.move(file, out.resolve(name));
      }
    }
  }
}
