package io.keyarbor.storage;

import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.store.BackupFolder;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.StoreOpener;
import io.keyarbor.vault.store.VaultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Vaults as files of the H2 database. Safe for any thread. */
public final class FileStores implements StoreOpener {
  private final List<Format> formats;

  /** Knows every format up to the newest. */
  public FileStores() {
    this(List.of(Format.one()));
  }

  /**
   * Knows these formats.
   *
   * @param formats oldest first; the last one is written
   */
  FileStores(List<Format> formats) {
    this.formats = List.copyOf(formats);
  }

  @Override
  public int format() {
    return formats.getLast().number();
  }

  @Override
  public void checkFree(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new VaultException.AlreadyExists(file);
    }
  }

  @Override
  public void create(Path given, Header header) {
    Path file = given.toAbsolutePath();
    checkFree(file);
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      PrivateFiles.createDirectories(file.getParent());
      Files.deleteIfExists(draft);
      PrivateFiles.createFile(draft);
      try (Connection connection = Engine.open(draft)) {
        Engine.run(connection, formats.getLast().create());
        new Tables(connection).insert(header);
      }
      PrivateFiles.flush(draft);
      PrivateFiles.moveToFreeName(draft, file);
    } catch (IOException | SQLException e) {
      throw Faults.writing(file, e);
    } finally {
      deleteQuietly(draft);
    }
  }

  @Override
  public VaultStore open(Path file) {
    return open(file.toAbsolutePath(), true);
  }

  @Override
  public VaultStore openReadOnly(Path file) {
    return open(file.toAbsolutePath(), false);
  }

  @Override
  public BackupFolder backupsOf(Path file) {
    return new BackupFiles(file.toAbsolutePath());
  }

  private VaultStore open(Path file, boolean writable) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new VaultException.NotFound(file);
    }
    Ownership ownership = Ownership.claim(file);
    try {
      OpenFile.Connect engine = () -> connect(file, writable);
      return new OpenFile(file, ownership, engine.connect(), engine, formats.getLast());
    } catch (SQLException e) {
      ownership.close();
      throw Faults.reading(file, e);
    } catch (RuntimeException e) {
      ownership.close();
      throw e;
    }
  }

  private Connection connect(Path file, boolean writable) throws SQLException {
    Object inspected = identity(file);
    Format found = Inspection.of(file, formats);
    if (found.number() < format()) {
      if (!writable) {
        throw new VaultException.Damaged(file, "it has an older format", null);
      }
      new Migrator(formats).bringUpToDate(file, found);
      return connect(file, true);
    }
    Connection connection = writable ? Engine.open(file) : Engine.openReadOnly(file);
    if (!Objects.equals(inspected, identity(file))) {
      // Another process put a compacted file in its place just now, so it is there.
      Engine.close(connection);
      throw new VaultException.InUse(file);
    }
    return connection;
  }

  /** What tells a file from another one that took its name; null where the platform has no such. */
  private static Object identity(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      throw Faults.reading(file, e);
    }
  }

  private static void deleteQuietly(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // It holds sealed records only, and the next attempt deletes it.
    }
  }
}
