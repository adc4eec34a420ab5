package io.keyarbor.probe.transport.sql;

import io.keyarbor.probe.text.BadInput;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;

/**
 * Gives the driver of PostgreSQL the password of the current conversation when the server asks for
 * one, and in clear only through TLS. The driver makes it by its name. Safe for any thread.
 */
public final class LinePassword implements AuthenticationPlugin {
  /** For the driver. */
  public LinePassword() {}

  @Override
  public char[] getPassword(AuthenticationRequestType type) {
    Session session = Session.current();
    if (type == AuthenticationRequestType.CLEARTEXT_PASSWORD) {
      session.line().mustBeSecure();
    }
    String password = session.login().get("password");
    if (password.isEmpty()) {
      throw new BadInput("The server asks for a password, and there is none. Fill it in.");
    }
    return password.toCharArray();
  }
}
