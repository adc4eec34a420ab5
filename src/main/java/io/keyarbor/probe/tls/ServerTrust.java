package io.keyarbor.probe.tls;

import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.text.BadInput;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides whether a server is the one a person trusts, and remembers whom it refused and why. Since
 * it is an extended manager, nobody else checks the host name: it does so itself, but for a pinned
 * certificate. Made for one test; safe for any thread.
 */
public final class ServerTrust extends X509ExtendedTrustManager {
  private final Optional<String> pin;
  private final X509ExtendedTrustManager authorities;
  private final AtomicReference<Refusal> refusal = new AtomicReference<>();

  /**
   * A server that was not trusted.
   *
   * @param errorClass {@code pkix}, {@code hostname_mismatch} or {@code pin_mismatch}
   */
  public record Refusal(String errorClass, ServerCertificate certificate) {}

  private ServerTrust(Optional<String> pin, X509ExtendedTrustManager authorities) {
    this.pin = pin;
    this.authorities = authorities;
  }

  /**
   * Trusts as {@code trust} says.
   *
   * @throws BadInput if it names authorities in a text that holds none
   */
  public static ServerTrust of(TlsTrust trust) {
    return switch (trust) {
      case TlsTrust.SystemTrust() -> new ServerTrust(Optional.empty(), Authorities.system());
      case TlsTrust.Authorities named -> new ServerTrust(Optional.empty(), Authorities.of(named));
      case TlsTrust.Pin(String sha256) ->
          new ServerTrust(Optional.of(sha256), Authorities.system());
    };
  }

  /**
   * Whether a server's key that is in no certificate, as with SSH, is the one that a person
   * confirmed. No authority vouches for such a key: without a pin it is refused and shown.
   *
   * @param key its public half, as the protocol sends it
   * @param name what a person compares, in the words of the protocol's own tools
   */
  public boolean accepts(byte[] key, String name) {
    String sha256 = Fingerprint.sha256(key);
    if (pin.isPresent() && Fingerprint.same(pin.get(), sha256)) {
      return true;
    }
    refusal.set(
        new Refusal(
            pin.isPresent() ? "pin_mismatch" : "pkix",
            Fingerprint.describe(name, sha256, pin.orElse(""))));
    return false;
  }

  /** The last server that was not trusted. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal.get());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain, authType, () -> authorities.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain, authType, () -> authorities.checkServerTrusted(chain, authType, socket));
  }

  /** Refuses: without a connection there is no host name to check. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("no connection to check the certificate for");
  }

  private interface Check {
    void run() throws CertificateException;
  }

  private void check(X509Certificate[] chain, String authType, Check withHostName)
      throws CertificateException {
    if (chain == null || chain.length == 0) {
      throw new CertificateException("the server showed no certificate");
    }
    if (pin.isPresent()) {
      if (!Fingerprint.same(pin.get(), Fingerprint.sha256(chain[0]))) {
        throw refused("pin_mismatch", chain[0]);
      }
      return;
    }
    // First without the host name, to tell a strange authority from a strange name.
    run("pkix", chain[0], () -> authorities.checkServerTrusted(chain, authType));
    run("hostname_mismatch", chain[0], withHostName);
  }

  private void run(String errorClass, X509Certificate leaf, Check check)
      throws CertificateException {
    try {
      check.run();
    } catch (CertificateException e) {
      throw refused(errorClass, leaf);
    }
  }

  private CertificateException refused(String errorClass, X509Certificate leaf) {
    refusal.set(new Refusal(errorClass, Fingerprint.describe(leaf, pin.orElse(""))));
    return new CertificateException(errorClass);
  }

  /** Refuses: a test is never a server. */
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("no clients here");
  }

  /** Refuses: a test is never a server. */
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  /** Refuses: a test is never a server. */
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
