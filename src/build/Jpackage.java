import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs the app for Windows and macOS with the JDK's own tool: there its launchers are what the
 * systems expect, signed and with an icon, and cost nothing extra. The same runtime, jars and
 * caches go in as on Linux.
 */
final class Jpackage {
  private final Path target;
  private final Path out;
  private final String version;

  Jpackage(Path target, Path out, String version) {
    this.target = target;
    this.out = out;
    this.version = version;
  }

  /** On macOS, versions must not begin with 0. */
  void build(List<String> kinds, String system) throws IOException {
    Path icons = Files.createDirectories(target.resolve("installer-work"));
    for (String kind : kinds) {
      List<String> command = new ArrayList<>(common(kind));
      if (system.contains("win")) {
        command.addAll(windows(icons));
      } else if (system.contains("mac")) {
        command.addAll(mac(icons));
      } else {
        command.addAll(List.of("--icon", "icons/keyarbor-512.png"));
      }
      if (!kind.equals("app-image")) {
        command.addAll(List.of("--file-associations", "packaging/bundle.properties"));
      }
      Steps.tool("jpackage", command);
    }
    Steps.delete(icons);
  }

  private List<String> common(String kind) throws IOException {
    Path home = target.resolve("keyarbor");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("--type", kind, "--dest", out.toString(), "--name", "Keyarbor"));
    command.addAll(List.of("--app-version", version, "--vendor", "The Keyarbor project"));
    command.addAll(List.of("--description", "Keeps machine credentials"));
    command.addAll(List.of("--license-file", "LICENSE"));
    command.addAll(List.of("--runtime-image", home.resolve("runtime").toString()));
    command.addAll(List.of("--input", home.resolve("lib").toString()));
    command.addAll(List.of("--main-jar", "keyarbor.jar"));
    command.addAll(List.of("--main-class", "io.keyarbor.app.Main"));
    for (String flag : Flags.DESKTOP) {
      command.addAll(List.of("--java-options", flag));
    }
    command.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/keyarbor-desktop.aot"));
    command.addAll(List.of("--add-launcher", "keyarbor-cli=" + commandLine()));
    return command;
  }

  /** The second launcher; its name differs from the first's also where case does not count. */
  private Path commandLine() throws IOException {
    Path file = target.resolve("installer-work/keyarbor-cli.properties");
    Files.writeString(
        file,
        """
        main-class=io.keyarbor.app.CommandLineApp
        main-jar=keyarbor.jar
        java-options=%s -XX:AOTCache=$APPDIR/keyarbor.aot
        win-console=true
        win-menu=false
        win-shortcut=false
        """
            .formatted(String.join(" ", Flags.COMMAND_LINE)));
    return file;
  }

  private static List<String> windows(Path icons) throws IOException {
    Path icon = icons.resolve("keyarbor.ico");
    Icons.ico(icon);
    return List.of(
        "--icon",
        icon.toString(),
        "--win-per-user-install",
        "--win-menu",
        "--win-menu-group",
        "Keyarbor",
        "--win-shortcut-prompt",
        "--win-dir-chooser",
        // Stays the same in all versions: by it Windows knows an upgrade.
        "--win-upgrade-uuid",
        "6f1d2c5e-4b0a-4c39-9d37-51c0de5a7b11");
  }

  private static List<String> mac(Path icons) throws IOException {
    Path icon = icons.resolve("keyarbor.icns");
    Icons.icns(icon);
    return List.of(
        "--icon",
        icon.toString(),
        "--mac-package-identifier",
        "io.keyarbor.Keyarbor",
        "--mac-package-name",
        "Keyarbor",
        "--mac-app-category",
        "public.app-category.developer-tools");
  }
}
