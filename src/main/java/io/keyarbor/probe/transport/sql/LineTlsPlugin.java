package io.keyarbor.probe.transport.sql;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.plugin.TlsSocketPlugin;

/**
 * Puts TLS on the connection of the current conversation, and checks whose it is. The driver of
 * MariaDB finds it as a service. Safe for any thread.
 */
public final class LineTlsPlugin implements TlsSocketPlugin {
  /** What the driver knows it by. */
  static final String TYPE = "keyarbor";

  /** For the driver. */
  public LineTlsPlugin() {}

  @Override
  public String type() {
    return TYPE;
  }

  /** Trusts nobody: what the driver makes of it is not used. */
  @Override
  public TrustManager[] getTrustManager(
      Configuration options, ExceptionFactory exceptions, HostAddress host) {
    return new TrustManager[0];
  }

  @Override
  public KeyManager[] getKeyManager(Configuration options, ExceptionFactory exceptions) {
    return new KeyManager[0];
  }

  @Override
  public SSLSocket createSocket(Socket plain, SSLSocketFactory ignored) throws IOException {
    return Session.current().line().wrap(plain);
  }

  /** Does nothing: the handshake is over, and the name was checked with it. */
  @Override
  public void verify(String host, SSLSession session, long thread) {}
}
