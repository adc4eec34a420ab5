package io.keyarbor.probe.transport.sql;

import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.line.Tls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLException;

/** PostgreSQL and what speaks like it. */
final class PostgreSql implements Database {
  @Override
  public int port() {
    return 5432;
  }

  @Override
  public Connection connect(Session session) throws SQLException {
    Login login = session.login();
    Properties options = new Properties();
    PGProperty.USER.set(options, login.get("username"));
    // Else the driver would look for a password file.
    PGProperty.PASSWORD.set(options, "");
    PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME.set(options, LinePassword.class.getName());
    PGProperty.REQUIRE_AUTH.set(options, "password,md5,scram-sha-256,none");
    PGProperty.SOCKET_FACTORY.set(options, LineSockets.class.getName());
    PGProperty.SSL_FACTORY.set(options, LineTls.class.getName());
    // The line checks the certificate and the name; “require” is that the driver begins TLS.
    PGProperty.SSL_MODE.set(options, session.line().tls() == Tls.OFF ? "disable" : "require");
    PGProperty.GSS_ENC_MODE.set(options, "disable");
    PGProperty.APPLICATION_NAME.set(options, "Keyarbor");
    PGProperty.PREFER_QUERY_MODE.set(options, "simple");
    String database = login.get("database");
    return new Driver()
        .connect(
            "jdbc:postgresql://server/"
                + URLEncoder.encode(
                    database.isEmpty() ? login.get("username") : database, StandardCharsets.UTF_8),
            options);
  }

  /** What comes before the TLS that was asked for may come from anyone, so it is no code. */
  @Override
  public Optional<String> code(SQLException fault, Session session) {
    boolean asAsked = session.line().tls() == Tls.OFF || session.line().isSecure();
    return asAsked && fault instanceof PSQLException said && said.getServerErrorMessage() != null
        ? Optional.ofNullable(said.getServerErrorMessage().getSQLState())
        : Optional.empty();
  }
}
