package io.keyarbor.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.Driver;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/** The one place that starts the database engine and knows its particulars. */
final class Engine {
  // LAZY_QUERY_EXECUTION and MAX_MEMORY_ROWS: no result is spilled to a temporary file.
  // ANALYZE_AUTO: no statistics get into the catalogue, which would no longer be the known one.
  private static final String ALWAYS =
      ";IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
          + ";LAZY_QUERY_EXECUTION=1;ANALYZE_AUTO=0";
  // WRITE_DELAY: a commit is in the file before it returns.
  // MAX_COMPACT_TIME: closing moves nothing about in the file; a kill meanwhile would lose saves.
  private static final String WRITABLE =
      ";WRITE_DELAY=0;MAX_MEMORY_ROWS=2147483647;MAX_COMPACT_TIME=0";

  private Engine() {}

  /** Opens a file that was inspected; let go of it by {@link #close}. */
  static Connection open(Path file) throws SQLException {
    return connect(file, WRITABLE);
  }

  /** Opens a file that was inspected, without writing to it. */
  static Connection openReadOnly(Path file) throws SQLException {
    return connect(file, ";ACCESS_MODE_DATA=r");
  }

  /** Runs statements that take no values. */
  static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Makes sure that what was committed is on the disk itself. */
  static void flush(Connection connection) throws SQLException {
    run(connection, List.of("CHECKPOINT SYNC"));
  }

  /** Closes the file; everything was on the disk before. */
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException | RuntimeException e) {
      // Every save was flushed when it returned; what was not saved is undone at the next start.
    }
  }

  /** Looks at a file's parts without starting the engine. */
  static MVStore look(Path file) {
    return new MVStore.Builder().fileName(EnginePath.of(file)).readOnly().open();
  }

  /**
   * Commits, so that the newest state is found again whatever happens next. The engine by itself
   * writes into the file's header where its newest part lies only now and then; killed in between,
   * it settles for what it finds quickly, which may be some saves older. The mark of an orderly end
   * makes it write the header with the next part, and take the mark off.
   */
  static void commit(Connection connection) throws SQLException {
    store(connection).getStoreHeader().put("clean", 1);
    connection.commit();
  }

  /** How many bytes of the file hold something. */
  static long bytesInUse(Connection connection) throws SQLException {
    FileStore<?> file = store(connection).getFileStore();
    return file.size() / 100 * file.getFillRate() / 100 * file.getChunksFillRate();
  }

  private static MVStore store(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }

  /** Writes what the file {@code from}, which nobody has open, holds to the new file {@code to}. */
  static void compact(Path from, Path to) {
    MVStore.compact(EnginePath.of(from), EnginePath.of(to), false, null);
  }

  /**
   * Copies the file as it is to the new file {@code to}. It goes through the engine's own handle:
   * the system drops a process's locks on a file when any other of its handles is closed.
   */
  static void copy(Connection connection, Path to) throws SQLException, IOException {
    try (FileChannel channel = PrivateFiles.openNew(to);
        ZipOutputStream out = new Plain(Channels.newOutputStream(channel))) {
      store(connection).getFileStore().backup(out);
      out.flush();
      channel.force(true);
    }
  }

  private static Connection connect(Path file, String options) throws SQLException {
    Properties user = new Properties();
    user.put("user", "");
    user.put("password", "");
    return new Driver().connect("jdbc:h2:" + EnginePath.of(file) + ALWAYS + options, user);
  }

  /** Takes the engine's backup without packing it, so that a backup is a vault like any other. */
  private static final class Plain extends ZipOutputStream {
    private final OutputStream target;

    Plain(OutputStream target) {
      super(target);
      this.target = target;
    }

    @Override
    public void putNextEntry(ZipEntry entry) {}

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      target.write(bytes, offset, length);
    }

    @Override
    public void closeEntry() {}

    @Override
    public void flush() throws IOException {
      target.flush();
    }

    @Override
    public void close() throws IOException {
      target.close();
    }
  }
}
