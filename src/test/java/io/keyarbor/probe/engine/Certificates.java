package io.keyarbor.probe.engine;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A fresh certificate with its key, made for one test. */
public record Certificates(X509Certificate certificate, PrivateKey key) {
  private static final char[] NONE = new char[0];

  /** For a server at 127.0.0.1, signed by itself. */
  public static Certificates loopback() {
    return make("CN=loopback", new GeneralName(GeneralName.iPAddress, "127.0.0.1"), "EC", null);
  }

  /** For a server of that name, signed by itself. */
  public static Certificates named(String host) {
    return make("CN=" + host, new GeneralName(GeneralName.dNSName, host), "EC", null);
  }

  /** The same with another subject. */
  public static Certificates named(String host, String subject) {
    return make(subject, new GeneralName(GeneralName.dNSName, host), "EC", null);
  }

  /** For a client, signed by itself. */
  public static Certificates client(String algorithm) {
    return make("CN=client", new GeneralName(GeneralName.dNSName, "client"), algorithm, null);
  }

  /** For a server at 127.0.0.1, signed by this one. */
  public Certificates signsLoopback() {
    return make("CN=leaf", new GeneralName(GeneralName.iPAddress, "127.0.0.1"), "EC", this);
  }

  private static Certificates make(
      String subject, GeneralName name, String algorithm, Certificates issuer) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
      KeyPair pair = generator.generateKeyPair();
      Instant now = Instant.now();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer == null ? subject : issuer.subject()),
              new BigInteger(64, new SecureRandom()),
              Date.from(now.minus(Duration.ofHours(1))),
              Date.from(now.plus(Duration.ofDays(30))),
              new X500Name(subject),
              pair.getPublic());
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer == null));
      PrivateKey signer = issuer == null ? pair.getPrivate() : issuer.key();
      String signature = signer.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      return new Certificates(
          new JcaX509CertificateConverter()
              .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(signer))),
          pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String subject() {
    return certificate.getSubjectX500Principal().getName();
  }

  /** SHA-256 as {@code AB:CD:...}. */
  public String fingerprint() throws GeneralSecurityException {
    return HexFormat.ofDelimiter(":")
        .withUpperCase()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }

  /** The certificate alone. */
  public String certificatePem() throws IOException {
    return pem(certificate);
  }

  /** As OpenSSL has always written it: PKCS#1 or SEC 1. */
  public String keyPem() throws IOException {
    return key instanceof ECPrivateKey ec
        ? pem(
            new PemObject(
                "EC PRIVATE KEY",
                new org.bouncycastle.asn1.sec.ECPrivateKey(
                        256,
                        ec.getS(),
                        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                            .getPublicKeyData(),
                        SECObjectIdentifiers.secp256r1)
                    .getEncoded()))
        : pem(key);
  }

  static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }

  /** For a server that shows this one and trusts {@code client}, if any. */
  public SSLContext server(Certificates client) throws GeneralSecurityException, IOException {
    KeyStore own = store();
    own.setKeyEntry("own", key, NONE, new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, NONE);
    KeyStore trusted = store();
    trusted.setCertificateEntry("client", (client == null ? this : client).certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
