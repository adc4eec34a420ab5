package io.keyarbor.probe.transport;

import io.keyarbor.probe.engine.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Redis, with and without TLS. */
record RedisServer(Program program, int port, int tlsPort) implements AutoCloseable {
  /** One that shows {@code leaf}, with these lines in its configuration. */
  static RedisServer start(Path folder, Certificates leaf, String... configuration)
      throws IOException {
    Files.writeString(folder.resolve("tls.pem"), leaf.certificatePem());
    Files.writeString(folder.resolve("tls.key"), leaf.keyPem());
    int port = Program.freePort();
    int tlsPort = Program.freePort();
    List<String> lines = new ArrayList<>(List.of(configuration));
    lines.add("bind 127.0.0.1");
    lines.add("port " + port);
    lines.add("tls-port " + tlsPort);
    lines.add("tls-cert-file tls.pem");
    lines.add("tls-key-file tls.key");
    lines.add("tls-ca-cert-file tls.pem");
    lines.add("tls-auth-clients no");
    lines.add("save \"\"");
    Files.write(folder.resolve("redis.conf"), lines);
    Program program =
        Program.start(folder, "Ready to accept connections", "/usr/bin/redis-server", "redis.conf");
    return new RedisServer(program, port, tlsPort);
  }

  @Override
  public void close() {
    program.close();
  }
}
