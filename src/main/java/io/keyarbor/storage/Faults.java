package io.keyarbor.storage;

import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Says what the engine's and the disk's errors mean for the vault. */
final class Faults {
  private Faults() {}

  /** What went wrong while a file was read. */
  static VaultException reading(Path file, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (isInUse(cause)) {
        return new VaultException.InUse(file);
      }
      if (cause instanceof KnownTypes.Unknown unknown) {
        return new VaultException.Hostile(file, unknown.getMessage());
      }
      if (cause instanceof FileSystemException) {
        return new VaultException.Storage(file, "read", e);
      }
    }
    return new VaultException.Damaged(file, "its structure cannot be read", e);
  }

  /** What went wrong while a file was written. */
  static VaultException writing(Path file, Throwable e) {
    if (e instanceof FileAlreadyExistsException) {
      return new VaultException.AlreadyExists(file);
    }
    return new VaultException.Storage(file, "saved", e);
  }

  /** A failure to copy it. */
  static VaultException copying(Path file, IOException e) {
    return new VaultException.Storage(file, "backed up", e);
  }

  private static boolean isInUse(Throwable e) {
    return switch (e) {
      case MVStoreException store -> store.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
      case SQLException sql -> sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
      case OverlappingFileLockException overlapping -> true;
      default -> false;
    };
  }
}
