package io.keyarbor.probe.tls;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.text.BadInput;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Certificate paths up to an authority, as the platform checks them. */
final class Authorities {
  private static final String NONE =
      "The trusted authority holds no certificate. Choose a PEM file with one or more.";

  private Authorities() {}

  /** Trusts what the system trusts. */
  static X509ExtendedTrustManager system() {
    return manager(null);
  }

  /**
   * Trusts what these certificates have signed.
   *
   * @throws BadInput if the text holds no certificate
   */
  static X509ExtendedTrustManager of(TlsTrust.Authorities authorities) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (X509Certificate certificate : Pem.certificates(authorities.pem(), NONE)) {
        store.setCertificateEntry("authority-" + store.size(), certificate);
      }
      return manager(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key store in memory can be made", e);
    }
  }

  private static X509ExtendedTrustManager manager(KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform can check certificates", e);
    }
  }
}
