package io.keyarbor.probe.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/** Makes private keys that nobody knows, to see whether a service tells them from the right one. */
public final class FreshKey {
  private static final int RSA_BITS = 2048;
  private static final int EC_BITS = 256;

  private FreshKey() {}

  /**
   * A new key in the form of {@code pem}: an RSA key for one, an Ed25519 key where OpenSSH's own
   * form is used, and so on; without a passphrase. It takes up to a second.
   */
  public static String like(String pem) {
    try {
      if (pem.contains("OPENSSH PRIVATE KEY")) {
        AsymmetricKeyParameter key =
            PrivateKeyFactory.createKey(generate("Ed25519", 0).getEncoded());
        return written(
            new PemObject("OPENSSH PRIVATE KEY", OpenSSHPrivateKeyUtil.encodePrivateKey(key)));
      }
      // PKCS#8, which all that read the older forms read too.
      return written(new PemObject("PRIVATE KEY", generate(pem).getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the platform can make keys", e);
    }
  }

  private static PrivateKey generate(String pem) throws GeneralSecurityException {
    boolean curve = pem.contains("EC PRIVATE KEY") || Pem.isOnCurve(pem);
    return curve ? generate("EC", EC_BITS) : generate("RSA", RSA_BITS);
  }

  private static PrivateKey generate(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (bits > 0) {
      generator.initialize(bits);
    }
    return generator.generateKeyPair().getPrivate();
  }

  private static String written(Object key) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(key);
    }
    return text.toString();
  }
}
