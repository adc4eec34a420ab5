package io.keyarbor.probe.transport;

import io.keyarbor.probe.engine.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real mail server, {@code src/test/python/smtp_server.py}. */
record SmtpServer(Program program, int port) implements AutoCloseable {
  /** One that shows {@code leaf} and lets people log in by that mechanism. */
  static SmtpServer start(Path folder, Certificates leaf, String protection, String mechanism)
      throws IOException {
    Files.writeString(folder.resolve("tls.pem"), leaf.certificatePem());
    Files.writeString(folder.resolve("tls.key"), leaf.keyPem());
    Program program =
        Program.start(
            folder,
            "port ",
            "/usr/bin/python3",
            Path.of("src/test/python/smtp_server.py").toAbsolutePath().toString(),
            "tls.pem",
            "tls.key",
            protection,
            mechanism);
    return new SmtpServer(
        program, Integer.parseInt(program.readyLine().substring("port ".length())));
  }

  @Override
  public void close() {
    program.close();
  }
}
