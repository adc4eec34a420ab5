package io.keyarbor.crypto.key;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a text in PEM form holds: a private key, certificates, both, or nothing that is known here.
 *
 * @param key the first private key
 * @param certificates in the order of the text
 */
public record KeyMaterial(Optional<PrivateKeyFacts> key, List<CertificateFacts> certificates) {
  /** What holds nothing. */
  public static final KeyMaterial NONE = new KeyMaterial(Optional.empty(), List.of());

  /** The most bytes that are looked at; the largest keys that anyone uses have some 13,000. */
  private static final int MOST_BYTES = 1 << 17;

  /** Copies the list. */
  public KeyMaterial {
    certificates = List.copyOf(certificates);
  }

  /**
   * Looks into {@code text}, which the caller keeps. Takes some milliseconds for a key, so not for
   * the JavaFX thread. Whatever is malformed is left out.
   */
  public static KeyMaterial of(Secret text) {
    return text.length() > MOST_BYTES ? NONE : text.use(KeyMaterial::read);
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return key.isEmpty() && certificates.isEmpty();
  }

  private static KeyMaterial read(byte[] text) {
    Optional<PrivateKeyFacts> key = Optional.empty();
    List<CertificateFacts> certificates = new ArrayList<>();
    List<PemBlock> blocks = PemBlock.of(text);
    try {
      for (PemBlock block : blocks) {
        if (block.label().endsWith("PRIVATE KEY")) {
          key = key.or(() -> key(block));
        } else if (block.label().equals("CERTIFICATE")) {
          certificate(block).ifPresent(certificates::add);
        }
      }
      return new KeyMaterial(key, certificates);
    } finally {
      blocks.forEach(PemBlock::close);
    }
  }

  private static Optional<PrivateKeyFacts> key(PemBlock block) {
    if (block.encrypted() || block.label().equals("ENCRYPTED PRIVATE KEY")) {
      String kind =
          switch (block.label()) {
            case "RSA PRIVATE KEY" -> "RSA";
            case "EC PRIVATE KEY" -> "EC";
            case "DSA PRIVATE KEY" -> "DSA";
            default -> "";
          };
      return Optional.of(PrivateKeyFacts.withoutPublicHalf(kind, 0, true));
    }
    try {
      return Optional.of(
          block.label().equals("OPENSSH PRIVATE KEY")
              ? OpenSshKey.read(block.content())
              : AsnKey.read(block.label(), block.content()));
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle throws many kinds; their words might quote the key.
      return Optional.empty();
    }
  }

  private static Optional<CertificateFacts> certificate(PemBlock block) {
    try {
      return Optional.of(CertificateFacts.read(block.content()));
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
