package io.keyarbor.probe.transport.line;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Puts TLS on the one connection of a conversation, and checks whose it is, for drivers. Safe for
 * any thread.
 */
public abstract class OneTls extends SSLSocketFactory {
  /** For each kind of driver. */
  protected OneTls() {}

  /** TLS over that connection. */
  protected abstract Socket wrap(Socket plain) throws IOException;

  @Override
  public final Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    return wrap(plain);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw another();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw another();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw another();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw another();
  }

  private static IOException another() {
    return new IOException("a second connection");
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[0];
  }
}
