package io.keyarbor.storage;

import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.store.Rows.Change;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.Rows.ManifestRow;
import io.keyarbor.vault.store.Rows.MemberRow;
import io.keyarbor.vault.store.Rows.VersionRow;
import io.keyarbor.vault.store.VaultStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;

/**
 * A vault file, open. After a failed write the engine may have given up on the file (it does when a
 * disk is full), so it is opened anew, and what the file then holds decides whether the write
 * failed. Nothing of it is done on a thread that may be interrupted.
 */
final class OpenFile implements VaultStore {
  /** Opens the engine on the file. */
  interface Connect {
    Connection connect() throws SQLException;
  }

  private interface Work<R> {
    R on(Connection connection) throws SQLException, IOException;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Path file;
  private final Ownership ownership;
  private final Connect reopen;
  private final Format format;
  private Connection connection;
  private boolean closed;

  OpenFile(Path file, Ownership ownership, Connection connection, Connect reopen, Format format) {
    this.format = format;
    this.file = file;
    this.ownership = ownership;
    this.connection = connection;
    this.reopen = reopen;
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public Header header() {
    return read(c -> new Tables(c).header());
  }

  @Override
  public void readCredentials(Consumer<CredentialRow> each) {
    read(c -> {
      new Tables(c).readCredentials(each);
      return null;
    });
  }

  @Override
  public void readVersions(Consumer<VersionRow> each) {
    read(c -> {
      new Tables(c).readVersions(each);
      return null;
    });
  }

  @Override
  public Optional<VersionRow> version(UUID credentialId, int version) {
    return read(c -> new Tables(c).version(credentialId, version));
  }

  @Override
  public List<VersionRow> versions(UUID credentialId) {
    return read(c -> new Tables(c).versions(credentialId));
  }

  @Override
  public void save(Change change) {
    write(
        c -> new Tables(c).write(change),
        c -> new Tables(c).manifests().stream().anyMatch(m -> same(m, change.manifest())));
  }

  @Override
  public void replaceMember(MemberRow member) {
    write(
        c -> new Tables(c).update(member),
        c ->
            new Tables(c)
                .header().members().stream()
                    .anyMatch(m -> Arrays.equals(m.checksum(), member.checksum())));
  }

  @Override
  public void copyTo(Path target) {
    Undisturbed.run(() -> {
      copyNow(target);
      return null;
    });
  }

  private void copyNow(Path target) {
    lock.lock();
    try {
      PrivateFiles.createDirectories(target.getParent());
      Engine.copy(connection(), target);
    } catch (IOException | SQLException | MVStoreException e) {
      throw new VaultException.Storage(file, "backed up", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    Undisturbed.run(() -> {
      closeNow();
      return null;
    });
  }

  private void closeNow() {
    lock.lock();
    try (ownership) {
      closed = true;
      if (connection != null) {
        Compaction.runIfWorthIt(connection, file, format);
      }
      disconnect();
    } finally {
      lock.unlock();
    }
  }

  private <R> R read(Work<R> work) {
    return Undisturbed.run(() -> readNow(work));
  }

  private <R> R readNow(Work<R> work) {
    lock.lock();
    try {
      return work.on(connection());
    } catch (SQLException | IOException | RuntimeException e) {
      if (e instanceof VaultException known) {
        throw known;
      }
      throw Faults.reading(file, e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Does all of {@code work} and brings it to the disk, or nothing.
   *
   * @param work says false if the file is not in the state that it is for
   * @param done looks whether it is in the file
   */
  private void write(Work<Boolean> work, Work<Boolean> done) {
    Undisturbed.run(() -> {
      writeNow(work, done);
      return null;
    });
  }

  private void writeNow(Work<Boolean> work, Work<Boolean> done) {
    lock.lock();
    try {
      Connection open = connection();
      try {
        open.setAutoCommit(false);
        if (!work.on(open)) {
          throw new SQLException("the file was changed by another");
        }
        Engine.commit(open);
        open.setAutoCommit(true);
        Engine.flush(open);
      } catch (SQLException | IOException | RuntimeException e) {
        if (!isDone(done)) {
          throw Faults.writing(file, e);
        }
      }
    } catch (SQLException e) {
      throw Faults.writing(file, e);
    } finally {
      lock.unlock();
    }
  }

  private boolean isDone(Work<Boolean> done) {
    disconnect();
    try {
      return done.on(connection());
    } catch (SQLException | IOException | RuntimeException e) {
      disconnect();
      return false;
    }
  }

  private Connection connection() throws SQLException {
    if (closed) {
      throw new VaultException.Locked();
    }
    if (connection == null) {
      connection = reopen.connect();
    }
    return connection;
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      Engine.close(open);
    }
  }

  private static boolean same(ManifestRow found, ManifestRow written) {
    return found.collectionId().equals(written.collectionId())
        && found.counter() == written.counter()
        && Arrays.equals(found.digest(), written.digest());
  }
}
