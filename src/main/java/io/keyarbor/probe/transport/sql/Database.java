package io.keyarbor.probe.transport.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A kind of database with its driver. Safe for any thread. */
interface Database {
  /** The port it usually listens on. */
  int port();

  /**
   * Connects over the line of the current conversation and logs in, once.
   *
   * @throws SQLException whose words may hold anything and go nowhere
   */
  Connection connect(Session session) throws SQLException;

  /** What the server said in that exception; empty if it is the driver's own. */
  Optional<String> code(SQLException fault, Session session);
}
