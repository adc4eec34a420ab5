package io.keyarbor.probe.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** A real Prometheus on the loopback, as an administrator sets it up. */
final class Prometheus implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("Listening on\" address=127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final int port;
  private final String scheme;

  private Prometheus(Process process, int port, String scheme) {
    this.process = process;
    this.port = port;
    this.scheme = scheme;
  }

  /** One that anyone may read. */
  static Prometheus open(Path folder) throws IOException {
    return start(folder, "", 0);
  }

  /** One with a user {@code ada}. */
  static Prometheus withPassword(Path folder, String password) throws IOException {
    return start(folder, users(password), 0);
  }

  /** The same over TLS; {@code port} 0 for any. */
  static Prometheus withTls(Path folder, String password, Certificates certificate, int port)
      throws IOException {
    Files.writeString(folder.resolve("tls.pem"), certificate.certificatePem());
    Files.writeString(folder.resolve("tls.key"), certificate.keyPem());
    String tls = "tls_server_config:\n  cert_file: tls.pem\n  key_file: tls.key\n";
    return start(folder, users(password) + tls, port);
  }

  /** One that lets in who shows {@code client}, and nobody else. */
  static Prometheus withClients(Path folder, Certificates certificate, Certificates client)
      throws IOException {
    Files.writeString(folder.resolve("tls.pem"), certificate.certificatePem());
    Files.writeString(folder.resolve("tls.key"), certificate.keyPem());
    Files.writeString(folder.resolve("clients.pem"), client.certificatePem());
    return start(
        folder,
        """
        tls_server_config:
          cert_file: tls.pem
          key_file: tls.key
          client_auth_type: RequireAndVerifyClientCert
          client_ca_file: clients.pem
        """,
        0);
  }

  private static String users(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    String hash = OpenBSDBCrypt.generate(password.toCharArray(), salt, 4);
    return "basic_auth_users:\n  ada: " + hash + "\n";
  }

  private static Prometheus start(Path folder, String web, int port) throws IOException {
    Files.writeString(folder.resolve("prometheus.yml"), "scrape_configs: []\n");
    Files.writeString(folder.resolve("web.yml"), web);
    Process process =
        new ProcessBuilder(
                "/usr/bin/prometheus",
                "--config.file=prometheus.yml",
                "--web.config.file=web.yml",
                "--web.listen-address=127.0.0.1:" + port,
                "--storage.tsdb.path=data",
                "--log.format=logfmt")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      return new Prometheus(process, awaitReady(process), web.contains("tls_") ? "https" : "http");
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static int awaitReady(Process process) throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    int port = 0;
    boolean ready = false;
    while (port == 0 || !ready) {
      String line = log.readLine();
      if (line == null) {
        throw new IOException("Prometheus did not start: " + said);
      }
      said.append(line).append('\n');
      Matcher listening = LISTENING.matcher(line);
      port = listening.find() ? Integer.parseInt(listening.group(1)) : port;
      ready |= line.contains("Server is ready");
    }
    Thread.ofVirtual().start(() -> drain(log));
    return port;
  }

  private static void drain(BufferedReader log) {
    try {
      log.skip(Long.MAX_VALUE);
    } catch (IOException e) {
      // It was stopped.
    }
  }

  int port() {
    return port;
  }

  String url() {
    return scheme + "://127.0.0.1:" + port;
  }

  /** Stops it and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
