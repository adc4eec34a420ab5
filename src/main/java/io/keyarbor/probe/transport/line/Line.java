package io.keyarbor.probe.transport.line;

import io.keyarbor.probe.http.ErrorClass;
import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.tls.ClientIdentity;
import io.keyarbor.probe.transport.Login;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * The one connection of a conversation. A driver gets its sockets from here and from nowhere else:
 * so it goes to this host only, once, trusts whom the person trusts, and reads no more than a test
 * should. What went wrong is remembered here, however a driver wraps it. Safe for any thread.
 */
public final class Line implements AutoCloseable {
  /** Most bytes that a server may send; as many as over HTTP. */
  private static final long MOST = 1 << 20;

  private final Login login;
  private final Address address;
  private final Tls tls;
  private final Optional<ClientIdentity> identity;
  private final AtomicBoolean used = new AtomicBoolean();
  private final AtomicReference<Plug> plug = new AtomicReference<>();
  private final AtomicReference<Closeable> own = new AtomicReference<>();
  private final AtomicReference<SSLSocket> secured = new AtomicReference<>();
  private final AtomicReference<String> fault = new AtomicReference<>("");
  private volatile boolean connected;
  private volatile boolean closed;

  Line(Login login, Address address, Tls tls, Optional<ClientIdentity> identity) {
    this.login = login;
    this.address = address;
    this.tls = tls;
    this.identity = identity;
  }

  /** How the connection is to be protected. */
  public Tls tls() {
    return tls;
  }

  /** The host that it goes to, without brackets. */
  public String host() {
    return address.host();
  }

  /** The port that it goes to. */
  public int port() {
    return address.port();
  }

  /** The longest wait for a connection. */
  public Duration patience() {
    return login.connect();
  }

  /** Whether there is a connection. */
  boolean isConnected() {
    return connected;
  }

  /** Whether TLS protects it by now, the handshake being over. */
  public boolean isSecure() {
    SSLSocket wrapped = secured.get();
    return wrapped != null
        && wrapped.getApplicationProtocol() != null
        && wrapped.getHandshakeSession() == null;
  }

  /** The first thing that went wrong, as rules call it; empty if nothing did. */
  String fault() {
    return fault.get();
  }

  /** Whether the server asked for the client certificate and got it. */
  boolean showedCertificate() {
    return identity.map(ClientIdentity::wasShown).orElse(false);
  }

  /** Connects, with TLS at once if that is what the person chose. */
  public Socket open() throws IOException {
    Socket connection = connect();
    return tls == Tls.ON ? shake(layer(connection)) : connection;
  }

  /** Connects without TLS, for a protocol that asks for it first. */
  public Socket connect() throws IOException {
    if (used.getAndSet(true)) {
      throw failed("protocol", new IOException("a second connection"));
    }
    long end = System.nanoTime() + login.connect().toNanos();
    IOException last = new UnknownHostException();
    for (InetAddress one : addresses()) {
      Plug candidate = new Plug(this, MOST, tls != Tls.OFF);
      plug.set(candidate);
      try {
        candidate.dial(new InetSocketAddress(one, address.port()), millisUntil(end));
        connected = true;
        // Closed meanwhile, before this one was known.
        if (closed) {
          candidate.close();
        }
        return candidate;
      } catch (SocketTimeoutException e) {
        candidate.close();
        throw failed("connect_timeout", e);
      } catch (IOException e) {
        candidate.close();
        last = e;
      }
    }
    throw failed("connect_refused", last);
  }

  /** For a driver that connects by itself: it did, and this drops what it has. */
  public void connected(Closeable driver) {
    connected = true;
    own.set(driver);
    if (closed) {
      close();
    }
  }

  /** Where the host is; at least one address. */
  public InetAddress[] addresses() throws IOException {
    try {
      return InetAddress.getAllByName(address.host());
    } catch (UnknownHostException e) {
      throw failed("dns", e);
    }
  }

  private static int millisUntil(long end) {
    return (int) Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
  }

  /** Puts TLS on the connection and checks whose it is. */
  public SSLSocket secure(Socket connection) throws IOException {
    return shake(wrap(connection));
  }

  private SSLSocket shake(SSLSocket wrapped) throws IOException {
    try {
      // A server that speaks something else may wait for the end of what it takes for a line.
      wrapped.setSoTimeout((int) login.connect().toMillis());
      wrapped.startHandshake();
      wrapped.setSoTimeout(0);
      return wrapped;
    } catch (IOException e) {
      String error = ErrorClass.of(e, showedCertificate());
      // Or it just hangs up.
      throw failed(error.equals("protocol") ? "handshake" : error, e);
    }
  }

  /** The same for a driver that begins the handshake by itself. */
  public SSLSocket wrap(Socket connection) throws IOException {
    plug.get().refuseForgery();
    return layer(connection);
  }

  private SSLSocket layer(Socket connection) throws IOException {
    plug.get().beginTls();
    SSLSocket wrapped =
        (SSLSocket)
            context()
                .getSocketFactory()
                .createSocket(connection, address.host(), address.port(), true);
    SSLParameters parameters = wrapped.getSSLParameters();
    // Without it the trust manager would not compare the name.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    wrapped.setSSLParameters(parameters);
    secured.set(wrapped);
    return wrapped;
  }

  /** TLS that trusts whom the person trusts, for a driver that connects by itself. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity.map(i -> new KeyManager[] {i}).orElse(new KeyManager[0]),
          new TrustManager[] {login.trust()},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform speaks TLS", e);
    }
  }

  /** The server does not offer the TLS that the person wants. */
  public IOException withoutTls() {
    return failed("handshake", new IOException("no TLS"));
  }

  /**
   * Refuses to hand a password to a connection that anyone may listen to.
   *
   * @throws BadInput if there is no TLS
   */
  public void mustBeSecure() {
    if (!isSecure()) {
      throw new BadInput(
          "The server wants the password itself, but the connection is not encrypted. It was not "
              + "sent. Switch TLS on.");
    }
  }

  /** Remembers what went wrong, if nothing did before. */
  public IOException failed(String errorClass, IOException cause) {
    fault.compareAndSet("", errorClass);
    return cause;
  }

  /** Drops the connection, whoever waits for it. */
  @Override
  public void close() {
    closed = true;
    drop(plug.get());
    drop(own.get());
  }

  private static void drop(Closeable open) {
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }
}
