package io.keyarbor.transfer;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.transfer.Reading.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An export on disk: readable by its owner alone from its first byte, and whole or not there. */
public final class ExportFile {
  private ExportFile() {}

  /**
   * Writes {@code drafts} to {@code file}.
   *
   * @param overwrite whether a file that is there may be replaced
   * @return what could not be written as it is
   * @throws TransferException if there is a file, or the format cannot hold the drafts; what was
   *     there stays as it was
   */
  public static List<Skipped> write(
      ExportFormat format,
      List<Draft> drafts,
      Optional<Secret> password,
      Path file,
      boolean overwrite)
      throws IOException, TransferException {
    if (Files.isDirectory(file)) {
      throw new TransferException(file + " is a folder. Name a file in it.");
    }
    if (!overwrite && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new TransferException(
          "There is already a file at " + file + ". Choose another name, or say to replace it.");
    }
    try (WipedOutput out = new WipedOutput()) {
      List<Skipped> told = format.write(drafts, password, out);
      out.<Void, IOException>use(bytes -> {
        PrivateFile.write(file, bytes);
        return null;
      });
      return told;
    }
  }
}
