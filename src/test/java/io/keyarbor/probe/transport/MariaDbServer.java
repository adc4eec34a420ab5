package io.keyarbor.probe.transport;

import io.keyarbor.probe.engine.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A real MariaDB that speaks with and without TLS. */
record MariaDbServer(Program program, int port) implements AutoCloseable {
  /**
   * One that shows {@code leaf}.
   *
   * @param options of the server
   * @param sql what is done first, one statement on each line
   */
  static MariaDbServer start(Path folder, Certificates leaf, String sql, String... options)
      throws Exception {
    String user = Program.isRoot() ? "root" : System.getProperty("user.name");
    Files.writeString(folder.resolve("tls.pem"), leaf.certificatePem());
    Files.writeString(folder.resolve("tls.key"), leaf.keyPem());
    Files.writeString(folder.resolve("first.sql"), sql);
    Program.run(
        folder,
        "/usr/bin/mariadb-install-db",
        "--no-defaults",
        "--user=" + user,
        "--datadir=" + folder.resolve("data"),
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        "--skip-name-resolve");
    int port = Program.freePort();
    String[] fixed = {
      "/usr/sbin/mariadbd",
      "--no-defaults",
      "--user=" + user,
      "--datadir=" + folder.resolve("data"),
      "--bind-address=127.0.0.1",
      "--port=" + port,
      "--socket=" + folder.resolve("s"),
      "--pid-file=" + folder.resolve("pid"),
      "--init-file=" + folder.resolve("first.sql"),
      "--ssl-cert=" + folder.resolve("tls.pem"),
      "--ssl-key=" + folder.resolve("tls.key"),
      "--skip-name-resolve",
      "--innodb-flush-log-at-trx-commit=0",
      "--innodb-buffer-pool-size=8M"
    };
    String[] command = Stream.of(fixed, options).flatMap(Arrays::stream).toArray(String[]::new);
    return new MariaDbServer(Program.start(folder, "ready for connections", command), port);
  }

  @Override
  public void close() {
    program.close();
  }
}
