import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The files of a Linux package, each where the system looks for it, below a folder that stands for
 * the root of the system.
 */
final class LinuxTree {
  private static final String ID = "io.keyarbor.Keyarbor";
  private static final List<Integer> ICON_SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

  private final Path target;
  private final Path root;
  private final Path templates;
  private final String version;
  private final FileTime time;

  LinuxTree(Path target, Path root, Path templates, String version, FileTime time) {
    this.target = target;
    this.root = root;
    this.templates = templates;
    this.version = version;
    this.time = time;
  }

  /**
   * Makes it anew.
   *
   * @param zsh where the distribution keeps what completes commands in zsh
   */
  void build(String zsh) throws IOException {
    Steps.delete(root);
    installation();
    Path share = target.resolve("keyarbor/share");
    copyTree(share.resolve("bash-completion"), root.resolve("usr/share/bash-completion"));
    copyTree(share.resolve("fish"), root.resolve("usr/share/fish"));
    copyTree(share.resolve("zsh/site-functions"), root.resolve("usr/share/zsh").resolve(zsh));
    manual(share.resolve("man/man1"));
    desktop();
    documents(share);
    Steps.setTimes(root, time);
    permissions();
  }

  private void installation() throws IOException {
    Path home = root.resolve("usr/lib/keyarbor");
    for (String part : List.of("bin", "lib", "runtime")) {
      copyTree(target.resolve("keyarbor").resolve(part), home.resolve(part));
    }
    Path bin = Files.createDirectories(root.resolve("usr/bin"));
    for (String program : List.of("keyarbor", "keyarbor-desktop")) {
      Files.delete(home.resolve("bin").resolve(program + ".cmd"));
      Files.createSymbolicLink(bin.resolve(program), Path.of("../lib/keyarbor/bin/" + program));
    }
  }

  private void manual(Path pages) throws IOException {
    Path to = Files.createDirectories(root.resolve("usr/share/man/man1"));
    try (Stream<Path> files = Files.list(pages)) {
      for (Path page : files.toList()) {
        zip(Files.readString(page), to.resolve(page.getFileName() + ".gz"));
      }
    }
    zip(template("keyarbor-desktop.1"), to.resolve("keyarbor-desktop.1.gz"));
  }

  private void desktop() throws IOException {
    write("usr/share/applications/" + ID + ".desktop", template(ID + ".desktop"));
    write("usr/share/mime/packages/" + ID + ".xml", template(ID + ".xml"));
    write("usr/share/metainfo/" + ID + ".metainfo.xml", template(ID + ".metainfo.xml"));
    Path icons = root.resolve("usr/share/icons/hicolor");
    for (int size : ICON_SIZES) {
      icon("keyarbor-" + size + ".png", icons.resolve(size + "x" + size + "/apps/" + ID + ".png"));
    }
    icon("keyarbor.svg", icons.resolve("scalable/apps/" + ID + ".svg"));
    icon("keyarbor-symbolic.svg", icons.resolve("symbolic/apps/" + ID + "-symbolic.svg"));
  }

  private static void icon(String name, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(Path.of("icons").resolve(name), to);
  }

  private void documents(Path share) throws IOException {
    Path folder = root.resolve("usr/share/doc/keyarbor");
    write("usr/share/doc/keyarbor/copyright", template("copyright"));
    zip(template("changelog"), folder.resolve("changelog.gz"));
    Files.copy(
        Path.of("src/main/resources/licences/licences.json"), folder.resolve("licences.json"));
    Path bom = target.resolve("keyarbor-sbom.json");
    if (Files.exists(bom)) {
      Files.copy(bom, folder.resolve("keyarbor-sbom.json"));
    }
    if (Files.exists(share.resolve("doc"))) {
      copyTree(share.resolve("doc"), folder.resolve("html"));
      // Where the app's help looks for the guide.
      Path help = Files.createDirectories(root.resolve("usr/lib/keyarbor/share")).resolve("doc");
      Files.createSymbolicLink(help, Path.of("../../../share/doc/keyarbor/html"));
    }
  }

  /** A file of {@code packaging/linux} with its blanks filled in. */
  String template(String name) throws IOException {
    DateTimeFormatter mail = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    boolean day = name.endsWith(".xml");
    return Files.readString(templates.resolve(name))
        .replace("@VERSION@", version)
        .replace("@ROOT@", root.toString())
        .replace(
            "@DATE@",
            day
                ? time.toInstant().toString().substring(0, 10)
                : mail.format(time.toInstant()).replace("GMT", "+0000"));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void zip(String text, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out =
        new GZIPOutputStream(zipped) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    // Java writes neither name nor time, so it is the same each time; nor how well it compressed.
    byte[] bytes = zipped.toByteArray();
    bytes[8] = 2;
    Files.write(to, bytes);
  }

  /** Copies a folder with the times of what is in it. */
  static void copyTree(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Readable by all and written by their owner alone, whatever the mask of the build's user. */
  private void permissions() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
        boolean runs =
            Files.isDirectory(file)
                || file.startsWith(root.resolve("usr/lib/keyarbor/bin"))
                || file.startsWith(root.resolve("usr/lib/keyarbor/runtime/bin"))
                || file.getFileName().toString().equals("jspawnhelper");
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
