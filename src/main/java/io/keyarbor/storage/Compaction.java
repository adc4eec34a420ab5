package io.keyarbor.storage;

import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.mvstore.MVStoreException;

/**
 * Makes a file smaller whose greater part is left over from earlier states. A copy is compacted,
 * and takes the file's place once it is whole; the engine keeps its lock on the file until then.
 * Done in place, a kill at the wrong moment would lose the last saves.
 */
final class Compaction {
  private static final long SMALL = 1024 * 1024;

  private Compaction() {}

  /** Does it if the file has more than a mebibyte and less than half of it holds something. */
  static void runIfWorthIt(Connection connection, Path file, Format format) {
    try {
      long size = Files.size(file);
      if (!connection.isReadOnly() && size > SMALL && Engine.bytesInUse(connection) < size / 2) {
        run(connection, file, format);
      }
    } catch (SQLException | IOException | VaultException | MVStoreException e) {
      // The file stays as large as it is; the next time it is closed is soon enough.
    }
  }

  private static void run(Connection connection, Path file, Format format)
      throws SQLException, IOException {
    Path copy = file.resolveSibling(file.getFileName() + ".copy");
    Path smaller = file.resolveSibling(file.getFileName() + ".smaller");
    Files.deleteIfExists(copy);
    try {
      Engine.copy(connection, copy);
      Engine.compact(copy, smaller);
      PrivateFiles.flush(smaller);
      Inspection.of(smaller, List.of(format));
      Files.move(
          smaller, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.flushFolder(file);
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(smaller);
    }
  }
}
