package io.keyarbor.platform.login;

import io.keyarbor.platform.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A launch agent of macOS: see {@code man launchd.plist}. */
record LaunchAgent(Path folder, Path program) implements LoginStart {
  private Path file() {
    return folder.resolve("io.keyarbor.desktop.plist");
  }

  @Override
  public boolean isOn() {
    return Files.exists(file());
  }

  @Override
  public void set(boolean on) throws IOException {
    if (on) {
      PrivateFile.write(file(), plist().getBytes(StandardCharsets.UTF_8));
    } else {
      Files.deleteIfExists(file());
    }
  }

  private String plist() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <plist version="1.0">
      <dict>
        <key>Label</key>
        <string>io.keyarbor.desktop</string>
        <key>ProgramArguments</key>
        <array>
          <string>%s</string>
          <string>%s</string>
        </array>
        <key>RunAtLoad</key>
        <true/>
      </dict>
    </plist>
    """
        .formatted(escaped(program.toString()), ARGUMENT);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
