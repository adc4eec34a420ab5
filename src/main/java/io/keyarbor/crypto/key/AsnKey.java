package io.keyarbor.crypto.key;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Private keys in ASN.1: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017), SEC 1 (RFC 5915), OpenSSL's DSA. */
final class AsnKey {
  /** What any program makes; more would cost seconds to work with. */
  private static final int MOST_DSA_BITS = 4096;

  private AsnKey() {}

  /**
   * What a key under that PEM label tells of itself.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PrivateKeyFacts read(String label, byte[] content) throws IOException {
    return switch (label) {
      case "RSA PRIVATE KEY" -> rsa(RSAPrivateKey.getInstance(content));
      case "EC PRIVATE KEY" -> {
        ECPrivateKey key = ECPrivateKey.getInstance(content);
        yield curve(info(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject(), key));
      }
      case "DSA PRIVATE KEY" -> dsa(ASN1Sequence.getInstance(content));
      default -> pkcs8(PrivateKeyInfo.getInstance(content));
    };
  }

  private static PrivateKeyFacts pkcs8(PrivateKeyInfo info) throws IOException {
    ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()));
    }
    if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return curve(info);
    }
    if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
      var key = (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(info);
      return written(key.generatePublicKey());
    }
    if (algorithm.equals(EdECObjectIdentifiers.id_Ed448)) {
      return PrivateKeyFacts.withoutPublicHalf("Ed448", 456, false);
    }
    if (algorithm.equals(X9ObjectIdentifiers.id_dsa)) {
      DSAParameter p = DSAParameter.getInstance(info.getPrivateKeyAlgorithm().getParameters());
      ASN1Integer x = ASN1Integer.getInstance(info.parsePrivateKey());
      checkSize(p.getP(), p.getQ(), x.getValue());
      return written(
          new DSAPublicKeyParameters(
              p.getG().modPow(x.getValue(), p.getP()),
              new DSAParameters(p.getP(), p.getQ(), p.getG())));
    }
    throw new IllegalArgumentException("unknown kind of key");
  }

  /** Powers modulo {@code p} are taken; only a short exponent and an odd modulus are quick. */
  private static void checkSize(BigInteger p, BigInteger... exponents) {
    if (p.signum() <= 0 || !p.testBit(0) || p.bitLength() > MOST_DSA_BITS) {
      throw new IllegalArgumentException("no DSA key has such a prime");
    }
    for (BigInteger exponent : exponents) {
      if (exponent.signum() <= 0 || exponent.bitLength() > p.bitLength()) {
        throw new IllegalArgumentException("no DSA key is that long");
      }
    }
  }

  private static PrivateKeyFacts rsa(RSAPrivateKey key) {
    return PrivateKeyFacts.of(
        SshPublicKey.read(SshPublicKey.rsa(key.getModulus(), key.getPublicExponent())), "", false);
  }

  private static PrivateKeyFacts dsa(ASN1Sequence key) throws IOException {
    checkSize(number(key, 1), number(key, 2));
    DSAParameter parameters = new DSAParameter(number(key, 1), number(key, 2), number(key, 3));
    return written(
        new DSAPublicKeyParameters(
            number(key, 4),
            new DSAParameters(parameters.getP(), parameters.getQ(), parameters.getG())));
  }

  private static BigInteger number(ASN1Sequence sequence, int at) {
    return ASN1Integer.getInstance(sequence.getObjectAt(at)).getValue();
  }

  /** Curves by name only: one that is described in the key itself can be made to cost anything. */
  private static PrivateKeyFacts curve(PrivateKeyInfo info) throws IOException {
    if (!(info.getPrivateKeyAlgorithm().getParameters() instanceof ASN1ObjectIdentifier)) {
      return PrivateKeyFacts.withoutPublicHalf("EC", 0, false);
    }
    var key = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(info);
    var domain = key.getParameters();
    var point = new FixedPointCombMultiplier().multiply(domain.getG(), key.getD());
    try {
      return written(new ECPublicKeyParameters(point, domain));
    } catch (IllegalArgumentException e) {
      // Not one of the curves that OpenSSH has.
      return PrivateKeyFacts.withoutPublicHalf("EC", domain.getCurve().getFieldSize(), false);
    }
  }

  private static PrivateKeyInfo info(
      ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, ASN1Object key) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(
            algorithm, Optional.ofNullable(parameters).orElse(DERNull.INSTANCE)),
        key);
  }

  private static PrivateKeyFacts written(AsymmetricKeyParameter key) throws IOException {
    return PrivateKeyFacts.of(
        SshPublicKey.read(OpenSSHPublicKeyUtil.encodePublicKey(key)), "", false);
  }
}
