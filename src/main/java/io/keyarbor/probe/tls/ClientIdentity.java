package io.keyarbor.probe.tls;

import io.keyarbor.probe.text.BadInput;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * A client certificate with its key, shown to any server that asks for one of its kind. It notes
 * whether one did: an answer given without asking says nothing about the certificate. Safe for any
 * thread.
 */
public final class ClientIdentity extends X509ExtendedKeyManager {
  private static final String ALIAS = "client";

  private final List<X509Certificate> chain;
  private final PrivateKey key;
  private final AtomicBoolean shown = new AtomicBoolean();

  private ClientIdentity(List<X509Certificate> chain, PrivateKey key) {
    this.chain = chain;
    this.key = key;
  }

  /**
   * Reads a certificate, maybe with its chain, and its key: PKCS#8, PKCS#1 or SEC 1, not encrypted.
   *
   * @throws BadInput if one of the texts is not that, or the two do not belong together
   */
  public static ClientIdentity read(String certificatePem, String keyPem) {
    List<X509Certificate> chain =
        Pem.certificates(
            certificatePem, "The client certificate is not a certificate in PEM form.");
    PublicKey certified = chain.getFirst().getPublicKey();
    PrivateKey key = Pem.privateKey(keyPem, certified, "The client certificate's key");
    KeyPairCheck.check(certified, key);
    return new ClientIdentity(chain, key);
  }

  /** When the certificate ends. */
  public Instant notAfter() {
    return chain.getFirst().getNotAfter().toInstant();
  }

  /** Whether a server asked for it and got it. */
  public boolean wasShown() {
    return shown.get();
  }

  @Override
  public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
    return choose(types);
  }

  @Override
  public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
    return choose(types);
  }

  private String choose(String[] types) {
    if (Arrays.stream(types).noneMatch(t -> t.equalsIgnoreCase(key.getAlgorithm()))) {
      return null;
    }
    shown.set(true);
    return ALIAS;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return chain.toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }

  @Override
  public String[] getClientAliases(String type, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public String[] getServerAliases(String type, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
    return null;
  }
}
