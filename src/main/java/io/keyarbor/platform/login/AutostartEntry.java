package io.keyarbor.platform.login;

import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** An entry of the XDG autostart folder: see the Desktop Application Autostart Specification. */
record AutostartEntry(Path folder, Path program) implements LoginStart {
  private static final int LARGEST = 64 << 10;

  private Path file() {
    return folder.resolve("keyarbor.desktop");
  }

  @Override
  public boolean isOn() throws IOException {
    if (Files.notExists(file()) || Files.size(file()) > LARGEST) {
      return false;
    }
    try {
      List<String> lines =
          Files.readString(file(), StandardCharsets.UTF_8)
              .lines()
              .map(AutostartEntry::plain)
              .toList();
      // What desktops write when a person switches an entry off in their settings.
      return !lines.contains("hidden=true") && !lines.contains("x-gnome-autostart-enabled=false");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String plain(String line) {
    return line.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public void set(boolean on) throws IOException {
    if (on) {
      PrivateFile.write(file(), entry().getBytes(StandardCharsets.UTF_8));
    } else {
      Files.deleteIfExists(file());
    }
  }

  private String entry() {
    return """
    [Desktop Entry]
    Type=Application
    Name=Keyarbor
    Exec=%s %s
    Icon=keyarbor
    Terminal=false
    X-GNOME-Autostart-enabled=true
    """
        .formatted(quoted(program.toString()), ARGUMENT);
  }

  /** Quoted as an argument, then escaped as a value of the file, in which % has a meaning too. */
  static String quoted(String path) {
    String argument = path.replaceAll("([\"`$\\\\])", "\\\\$1");
    return '"' + argument.replace("\\", "\\\\").replace("%", "%%") + '"';
  }
}
