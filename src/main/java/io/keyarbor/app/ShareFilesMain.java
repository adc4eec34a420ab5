package io.keyarbor.app;

import io.keyarbor.cli.ShareFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Run by the build: writes manual pages and completion scripts. */
public final class ShareFilesMain {
  private ShareFilesMain() {}

  /** Entry point; the argument is the folder {@code share} of the installation. */
  public static void main(String[] args) throws IOException {
    ShareFiles.write(CommandLineApp.context(), Path.of(args[0]));
  }
}
