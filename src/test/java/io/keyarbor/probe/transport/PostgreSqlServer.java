package io.keyarbor.probe.transport;

import io.keyarbor.probe.engine.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A real PostgreSQL that speaks with and without TLS. */
record PostgreSqlServer(Program program, int port) implements AutoCloseable {
  static final String BIN = "/usr/lib/postgresql/15/bin/";
  private static final String USER = "postgres";

  /**
   * One that shows {@code leaf}.
   *
   * @param client an authority that signs the certificates of clients
   * @param access the lines of {@code pg_hba.conf}
   * @param sql what is done first, as its owner
   */
  static PostgreSqlServer start(
      Path folder, Certificates leaf, Certificates client, String access, List<String> sql)
      throws Exception {
    Program.giveTo(USER, folder);
    Path data = folder.resolve("data");
    Program.run(
        folder,
        Program.as(
            USER,
            BIN + "initdb",
            "-D",
            data.toString(),
            "-A",
            "trust",
            "-U",
            "owner",
            "-E",
            "UTF8",
            "--no-sync",
            "--no-instructions",
            "--locale=C"));
    keep(data.resolve("tls.pem"), leaf.certificatePem());
    keep(data.resolve("tls.key"), leaf.keyPem());
    keep(data.resolve("clients.pem"), client.certificatePem());
    for (String statement : sql) {
      keep(folder.resolve("first.sql"), statement + "\n");
      Program.run(
          folder,
          Program.as(
              USER,
              "/bin/sh",
              "-c",
              BIN + "postgres --single -j -D data -c fsync=off template1 < first.sql"));
    }
    keep(data.resolve("pg_hba.conf"), access);
    int port = Program.freePort();
    Program program =
        Program.start(
            folder,
            "database system is ready to accept connections",
            Program.as(
                USER,
                BIN + "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-k",
                folder.toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off",
                "-c",
                "ssl=on",
                "-c",
                "ssl_cert_file=tls.pem",
                "-c",
                "ssl_key_file=tls.key",
                "-c",
                "ssl_ca_file=clients.pem"));
    return new PostgreSqlServer(program, port);
  }

  private static void keep(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Program.giveTo(USER, file);
  }

  @Override
  public void close() {
    program.close();
  }
}
