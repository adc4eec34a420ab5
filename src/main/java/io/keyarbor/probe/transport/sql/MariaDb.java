package io.keyarbor.probe.transport.sql;

import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.line.Tls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;

/** MariaDB, MySQL and what speaks like them. */
final class MariaDb implements Database {
  /** Those of its methods that never show the password to one who listens. */
  private static final String HIDDEN =
      "mysql_native_password,client_ed25519,caching_sha2_password,parsec";

  /** A server could read files, name another server, or hand out a key of its own. */
  private static final List<String> NEVER =
      List.of(
          "allowLocalInfile",
          "permitRedirect",
          "allowPublicKeyRetrieval",
          "allowMultiQueries",
          "fallbackToSystemKeyStore",
          "fallbackToSystemTrustStore",
          "dumpQueriesOnException");

  /**
   * What a server says instead of its greeting: too many connections, this host is blocked, this
   * host may not, too many of this user.
   */
  private static final Set<Integer> AT_THE_DOOR = Set.of(1040, 1129, 1130, 1203);

  @Override
  public int port() {
    return 3306;
  }

  @Override
  public Connection connect(Session session) throws SQLException {
    Login login = session.login();
    boolean plain = session.line().tls() == Tls.OFF;
    Properties options = new Properties();
    options.setProperty("user", login.get("username"));
    options.setProperty("password", login.get("password"));
    options.setProperty("database", login.get("database"));
    options.setProperty("socketFactory", LineSockets.class.getName());
    options.setProperty("tlsSocketType", LineTlsPlugin.TYPE);
    // The line checks the certificate and the name, whatever is said here.
    options.setProperty("sslMode", plain ? "disable" : "verify-ca");
    options.setProperty("restrictedAuth", plain ? HIDDEN : HIDDEN + ",mysql_clear_password");
    NEVER.forEach(option -> options.setProperty(option, "false"));
    return Driver.connect(Configuration.parse("jdbc:mariadb://server/", options));
  }

  /**
   * What comes before the TLS that was asked for may come from anyone: of that, only what says
   * nothing of the password is taken.
   */
  @Override
  public Optional<String> code(SQLException fault, Session session) {
    int code = fault.getErrorCode();
    boolean asAsked = session.line().tls() == Tls.OFF || session.line().isSecure();
    return code > 0 && (asAsked || AT_THE_DOOR.contains(code))
        ? Optional.of(Integer.toString(code))
        : Optional.empty();
  }
}
