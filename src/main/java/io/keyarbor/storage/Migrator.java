package io.keyarbor.storage;

import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings an older file up to date. A backup comes first; the work is done on a copy, which takes
 * the file's place once it is whole, so a crash leaves the old file or the new one.
 */
final class Migrator {
  private final List<Format> formats;

  Migrator(List<Format> formats) {
    this.formats = formats;
  }

  /** Applies every upgrade after {@code found}. */
  void bringUpToDate(Path file, Format found) {
    Path copy = file.resolveSibling(file.getFileName() + ".upgrade");
    try {
      // Open all the while, so that no other process can change it.
      Connection old = Engine.open(file);
      try {
        Path backup = new BackupFiles(file).beforeFormat(formats.getLast().number());
        PrivateFiles.createDirectories(backup.getParent());
        Files.deleteIfExists(backup);
        Engine.copy(old, backup);
        Files.deleteIfExists(copy);
        Engine.copy(old, copy);
        upgrade(copy, found);
        Inspection.of(copy, formats.subList(formats.size() - 1, formats.size()));
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.flushFolder(file);
      } finally {
        Engine.close(old);
        Files.deleteIfExists(copy);
      }
    } catch (IOException | SQLException e) {
      throw new VaultException.Storage(file, "brought up to date", e);
    }
  }

  private void upgrade(Path copy, Format found) throws SQLException {
    Connection connection = Engine.open(copy);
    try {
      for (Format format : formats) {
        if (format.number() > found.number()) {
          Engine.run(connection, format.upgrade());
        }
      }
      Engine.flush(connection);
    } finally {
      Engine.close(connection);
    }
  }
}
