import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes what people install from {@code target/keyarbor}, in {@code target/installer}: on Linux a
 * .deb and a .rpm, on Windows a .msi and an .exe, on macOS a .dmg and a .pkg; the list of what is
 * in them; and the checksums of all. Run by the build, with {@code -Pinstaller}.
 */
final class Installer {
  private Installer() {}

  /**
   * Arguments: the build folder, the version, the time that all files get; and, if not all kinds of
   * package are wanted, their names, such as {@code deb}.
   */
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]).toAbsolutePath();
    Path out = Files.createDirectories(target.resolve("installer"));
    List<String> kinds = List.of(args).subList(3, args.length);
    bill(target, out.resolve("keyarbor-" + args[1] + "-sbom.json"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("linux") && !kinds.contains("app-image")) {
      new LinuxPackages(target, out, args[1], FileTime.from(Instant.parse(args[2])))
          .build(kinds.isEmpty() ? List.of("deb", "rpm") : kinds);
    } else {
      List<String> usual = system.startsWith("win") ? List.of("msi", "exe") : List.of("dmg", "pkg");
      new Jpackage(target, out, args[1], system).build(kinds.isEmpty() ? usual : kinds);
    }
    checksums(out);
  }

  /** The list of what is shipped; not there where only a package is made anew. */
  private static void bill(Path target, Path copy) throws IOException {
    Path bom = target.resolve("keyarbor-sbom.json");
    if (Files.exists(bom)) {
      Path licences = Path.of("src/main/resources/licences/licences.json");
      Bom.complete(bom, licences);
      Files.copy(bom, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void checksums(Path folder) throws IOException, NoSuchAlgorithmException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("SHA256SUMS")) {
          byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          sums.append(HexFormat.of().formatHex(sum)).append("  ").append(name).append('\n');
        }
      }
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums);
  }
}
