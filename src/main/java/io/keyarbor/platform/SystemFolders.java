package io.keyarbor.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Shows folders in the program that the system has for them. */
public final class SystemFolders {
  private SystemFolders() {}

  /**
   * Shows {@code folder} and does not wait for it.
   *
   * @throws IOException if there is no program for it
   */
  public static void show(Path folder) throws IOException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String program =
        os.startsWith("windows") ? "explorer" : os.startsWith("mac") ? "open" : "xdg-open";
    new ProcessBuilder(program, folder.toAbsolutePath().toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
