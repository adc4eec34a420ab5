package io.keyarbor.probe.transport.sql;

import io.keyarbor.probe.transport.line.OneTls;
import java.io.IOException;
import java.net.Socket;

/** TLS for the current conversation. The driver of PostgreSQL makes it by its name. */
public final class LineTls extends OneTls {
  /** For the driver. */
  public LineTls() {}

  @Override
  protected Socket wrap(Socket plain) throws IOException {
    return Session.current().line().wrap(plain);
  }
}
