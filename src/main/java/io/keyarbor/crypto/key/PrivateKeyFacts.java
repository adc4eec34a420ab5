package io.keyarbor.crypto.key;

import java.util.Optional;

/**
 * What a private key tells of itself. Holds nothing of the private part.
 *
 * @param kind as {@code ssh-keygen -l} names it, e.g. {@code ED25519}; empty if it lies under the
 *     passphrase
 * @param bits 0 if they lie under the passphrase
 * @param fingerprint as OpenSSH shows it; empty if the public half lies under the passphrase, or
 *     OpenSSH has no form for such keys
 * @param comment empty if there is none, or it lies under the passphrase
 * @param encrypted whether it takes a passphrase to use the key
 * @param publicKey the line for {@code authorized_keys}; empty where {@code fingerprint} is
 */
public record PrivateKeyFacts(
    String kind,
    int bits,
    Optional<String> fingerprint,
    String comment,
    boolean encrypted,
    Optional<String> publicKey) {

  static PrivateKeyFacts of(SshPublicKey key, String comment, boolean encrypted) {
    return new PrivateKeyFacts(
        key.kind(),
        key.bits(),
        Optional.of(key.fingerprint()),
        comment,
        encrypted,
        Optional.of((key.algorithm() + " " + key.base64() + " " + comment).strip()));
  }

  static PrivateKeyFacts withoutPublicHalf(String kind, int bits, boolean encrypted) {
    return new PrivateKeyFacts(kind, bits, Optional.empty(), "", encrypted, Optional.empty());
  }
}
