package io.keyarbor.probe.transport.sql;

import io.keyarbor.probe.transport.line.OneSocket;
import java.io.IOException;
import java.net.Socket;

/** The one connection of the current conversation. Drivers make it by its name. */
public final class LineSockets extends OneSocket {
  /** For drivers. */
  public LineSockets() {}

  @Override
  public Socket createSocket() throws IOException {
    return Session.current().line().connect();
  }
}
