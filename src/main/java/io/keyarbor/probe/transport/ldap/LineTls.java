package io.keyarbor.probe.transport.ldap;

import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.OneTls;
import java.io.IOException;
import java.net.Socket;

/** TLS for that conversation. */
final class LineTls extends OneTls {
  private final Line line;

  LineTls(Line line) {
    this.line = line;
  }

  @Override
  protected Socket wrap(Socket plain) throws IOException {
    return line.secure(plain);
  }
}
