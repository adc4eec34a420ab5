package io.keyarbor.probe.transport;

import io.keyarbor.probe.engine.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real OpenLDAP server with one user, {@code cn=admin,dc=demo}. */
record LdapServer(Program program, int port, int tlsPort) implements AutoCloseable {
  /** One that shows {@code leaf}. */
  static LdapServer start(Path folder, Certificates leaf, String password) throws Exception {
    Files.createDirectory(folder.resolve("db"));
    Files.writeString(folder.resolve("tls.pem"), leaf.certificatePem());
    Files.writeString(folder.resolve("tls.key"), leaf.keyPem());
    Files.writeString(
        folder.resolve("slapd.conf"),
        """
        include /etc/ldap/schema/core.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        TLSCertificateFile tls.pem
        TLSCertificateKeyFile tls.key
        TLSVerifyClient never
        database mdb
        suffix "dc=demo"
        rootdn "cn=admin,dc=demo"
        rootpw %s
        directory db
        """
            .formatted(password));
    int port = Program.freePort();
    int tlsPort = Program.freePort();
    String urls = "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + tlsPort;
    // With this level it stays in the foreground and says when it is ready.
    Program program =
        Program.start(
            folder,
            "slapd starting",
            "/usr/sbin/slapd",
            "-d",
            "256",
            "-f",
            "slapd.conf",
            "-h",
            urls);
    // It says so a moment before it listens.
    Program.awaitConnections(port);
    Program.awaitConnections(tlsPort);
    return new LdapServer(program, port, tlsPort);
  }

  @Override
  public void close() {
    program.close();
  }
}
