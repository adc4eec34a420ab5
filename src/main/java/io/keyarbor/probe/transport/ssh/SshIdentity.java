package io.keyarbor.probe.transport.ssh;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.line.Body;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The key that proves who logs in. Lives as long as one conversation. */
record SshIdentity(KeyPair pair) {
  /**
   * Reads a private key, with its certificate if there is one.
   *
   * @throws BadInput if one of the texts is not that, or the two do not belong together
   */
  static SshIdentity read(Login login) {
    KeyPair key = key(login.get("private_key"), login.get("passphrase"));
    String certificate = login.get("certificate");
    return new SshIdentity(
        certificate.isEmpty() ? key : new KeyPair(certificate(certificate, key), key.getPrivate()));
  }

  private static KeyPair key(String text, String passphrase) {
    try {
      Iterator<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
                  null,
                  NamedResource.ofName("key"),
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                  passphrase.isEmpty()
                      ? FilePasswordProvider.EMPTY
                      : FilePasswordProvider.of(passphrase))
              .iterator();
      if (keys.hasNext()) {
        return keys.next();
      }
    } catch (Exception e) {
      // Told below; the library's own words might quote the key.
    }
    throw new BadInput(
        "The private key cannot be read. Give it in the form of OpenSSH or PEM, and its passphrase "
            + "if it has one. Nothing was sent.");
  }

  private static PublicKey certificate(String text, KeyPair key) {
    try {
      PublicKey read =
          PublicKeyEntry.parsePublicKeyEntry(text.strip()).resolvePublicKey(null, null, null);
      if (read instanceof OpenSshCertificate signed
          && KeyUtils.compareKeys(signed.getCertPubKey(), key.getPublic())) {
        return read;
      }
    } catch (Exception e) {
      // Told below.
    }
    throw new BadInput(
        "The certificate is none of OpenSSH, or not one for this key. It is the file whose name "
            + "ends in -cert.pub. Nothing was sent.");
  }

  /**
   * The one algorithm to sign with: an RSA key has several, and a server may count each as a try.
   */
  List<String> algorithms() {
    String type = KeyUtils.getKeyType(pair.getPublic());
    return switch (type) {
      // RFC 8332 asks every server to know this one.
      case "ssh-rsa" -> List.of("rsa-sha2-256");
      case "ssh-rsa-cert-v01@openssh.com" -> List.of("rsa-sha2-256-cert-v01@openssh.com");
      default -> List.of(type);
    };
  }

  /** What the key says of itself. */
  void describe(Body body) {
    PublicKey shown = pair.getPublic();
    PublicKey bare = shown instanceof OpenSshCertificate c ? c.getCertPubKey() : shown;
    body.with("fingerprint", KeyUtils.getFingerPrint(bare));
    if (shown instanceof OpenSshCertificate c
        && c.getValidBefore() != OpenSshCertificate.INFINITY) {
      body.with("expires", Instant.ofEpochSecond(c.getValidBefore()).toString());
    }
  }
}
