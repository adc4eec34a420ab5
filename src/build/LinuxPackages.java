import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Packs the files for Debian and its kin, and for Fedora and its kin, with the tools of these
 * systems. Neither package runs a script when it is installed: the systems' own triggers find the
 * desktop entry, the file types and the icons.
 */
final class LinuxPackages {
  private static final Path TEMPLATES = Path.of("packaging/linux");

  private final Path target;
  private final Path out;
  private final String version;
  private final FileTime time;

  LinuxPackages(Path target, Path out, String version, FileTime time) {
    this.target = target;
    this.out = out;
    this.version = version;
    this.time = time;
  }

  void build(List<String> kinds) throws IOException, NoSuchAlgorithmException {
    Path work = target.resolve("installer-work");
    if (kinds.contains("deb")) {
      deb(work.resolve("deb"));
    }
    if (kinds.contains("rpm")) {
      rpm(work.resolve("rpm"));
    }
    Steps.delete(work);
  }

  private void deb(Path root) throws IOException, NoSuchAlgorithmException {
    LinuxTree tree = new LinuxTree(target, root, TEMPLATES, version, time);
    tree.build("vendor-completions");
    Path overrides = root.resolve("usr/share/lintian/overrides");
    Files.createDirectories(overrides);
    Files.writeString(overrides.resolve("keyarbor"), tree.template("lintian-overrides"));
    List<Path> files = files(root);
    String sums = sums(root, files);
    long size = 0;
    for (Path file : files) {
      size += (Files.size(file) + 1023) / 1024;
    }
    Path debian = Files.createDirectory(root.resolve("DEBIAN"));
    String architecture = architecture("amd64", "arm64");
    Files.writeString(
        debian.resolve("control"),
        tree.template("control")
            .replace("@SIZE@", Long.toString(size))
            .replace("@ARCHITECTURE@", architecture));
    Files.writeString(debian.resolve("md5sums"), sums);
    Steps.setTimes(root, time);
    Path file = out.resolve("keyarbor_" + version + "_" + architecture + ".deb");
    run(
        List.of("dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", ".", file.toString()),
        root);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> Files.isRegularFile(f) && !Files.isSymbolicLink(f))
          .sorted()
          .toList();
    }
  }

  /** What {@code dpkg --verify} compares with; the format knows MD5 only. */
  private static String sums(Path root, List<Path> files)
      throws IOException, NoSuchAlgorithmException {
    StringBuilder sums = new StringBuilder();
    for (Path file : files) {
      byte[] sum = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
      sums.append(HexFormat.of().formatHex(sum)).append("  ");
      sums.append(root.relativize(file)).append('\n');
    }
    return sums.toString();
  }

  private void rpm(Path root) throws IOException {
    LinuxTree tree = new LinuxTree(target, root, TEMPLATES, version, time);
    tree.build("site-functions");
    Path top = target.resolve("installer-work/rpmbuild");
    Path spec = Files.createDirectories(top).resolve("keyarbor.spec");
    Files.writeString(spec, tree.template("keyarbor.spec"));
    List<String> command = new ArrayList<>(List.of("rpmbuild", "-bb", "--quiet"));
    command.addAll(List.of("--target", architecture("x86_64", "aarch64")));
    command.addAll(List.of("--define", "_topdir " + top, "--define", "_rpmdir " + out));
    command.addAll(
        List.of("--define", "_build_name_fmt %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm"));
    command.add(spec.toString());
    run(command, top);
  }

  private static String architecture(String intel, String arm) {
    return System.getProperty("os.arch").equals("aarch64") ? arm : intel;
  }

  private void run(List<String> command, Path folder) throws IOException {
    String epoch = Long.toString(time.toInstant().getEpochSecond());
    Steps.program(
        command,
        folder,
        target.resolve("installer.log"),
        env -> env.putAll(Map.of("SOURCE_DATE_EPOCH", epoch, "LC_ALL", "C.UTF-8")));
  }
}
