package io.keyarbor.probe.transport.sql;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ClientIdentity;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Body;
import io.keyarbor.probe.transport.line.Conversation;
import io.keyarbor.probe.transport.line.Tls;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Logs in at a SQL database, then asks the template's questions, each in a transaction that only
 * reads. Questions that the user may not ask stay without an answer.
 */
public final class JdbcTransport implements Transport {
  private static final String ASK = "ask.";

  @Override
  public Reply talk(Login login) throws InterruptedException {
    Database database = database(login.get("driver"));
    if (login.get("username").isEmpty()) {
      throw new BadInput("There is no user to log in as. Fill it in.");
    }
    return Conversation.hold(
        login,
        Address.of(login, database.port()),
        Tls.of(login, Tls.ON, Tls.OFF),
        identity(login),
        line -> logIn(database, new Session(line, login)));
  }

  private static Database database(String driver) {
    return switch (driver) {
      case "postgresql" -> new PostgreSql();
      case "mariadb" -> new MariaDb();
      default -> throw new BadInput("The template names a database that is not known: " + driver);
    };
  }

  private static Optional<ClientIdentity> identity(Login login) {
    String certificate = login.get("certificate");
    return certificate.isEmpty()
        ? Optional.empty()
        : Optional.of(ClientIdentity.read(certificate, login.get("key")));
  }

  private static Reply logIn(Database database, Session session) throws SQLException {
    try (Connection connection = session.call(() -> database.connect(session))) {
      return Reply.answered("ok", ask(connection, session.login()));
    } catch (SQLException e) {
      return database.code(e, session).map(code -> Reply.answered(code, "")).orElseThrow(() -> e);
    }
  }

  private static String ask(Connection connection, Login login) throws SQLException {
    Body body = new Body();
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(1);
      // Some let a user in whose password has to be changed first, and then refuse everything.
      statement.execute("SELECT 1");
      login
          .with()
          .forEach((name, query) -> {
            if (name.startsWith(ASK)) {
              body.with(name.substring(ASK.length()), answer(statement, query));
            }
          });
    }
    return body.json();
  }

  /** Each in a transaction of its own, since one that fails ends it. */
  private static String answer(Statement statement, String query) {
    try {
      statement.execute("START TRANSACTION READ ONLY");
      try (ResultSet rows = statement.executeQuery(query)) {
        return rows.next() ? rows.getString(1) : "";
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException e) {
      return "";
    }
  }
}
