package io.keyarbor.probe.transport.ldap;

import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.OneSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** The one connection of that conversation. */
final class LineSocket extends OneSocket {
  private final Line line;

  LineSocket(Line line) {
    this.line = line;
  }

  /** Refuses, as factories may: the driver would then connect what is connected already. */
  @Override
  public Socket createSocket() throws IOException {
    throw new SocketException("not without an address");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return line.open();
  }
}
