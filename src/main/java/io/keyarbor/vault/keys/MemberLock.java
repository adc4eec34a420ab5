package io.keyarbor.vault.keys;

import io.keyarbor.crypto.Argon2;
import io.keyarbor.crypto.Hkdf;
import io.keyarbor.crypto.Secret;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a member's password (and key file) gives: the key that seals the member's private keys, and
 * a commitment to it, by which a wrong password is told from a damaged file.
 *
 * @param commitment 32 bytes, not secret
 */
@SuppressWarnings("ArrayRecordComponent")
public record MemberLock(Secret wrapKey, byte[] commitment) implements AutoCloseable {
  /**
   * Derives it; takes about a second.
   *
   * @throws Argon2.NotEnoughMemory if this machine cannot
   */
  public static MemberLock derive(
      Secret password, Optional<Secret> keyFile, KdfParameters parameters) {
    try (Secret slow = Argon2.derive(password, parameters.salt(), parameters.cost());
        Secret key = keyFile.map(file -> mix(slow, file)).orElseGet(slow::copy);
        Secret both = new Hkdf().expand(key, Labels.MEMBER, 64)) {
      return both.use(bytes ->
          new MemberLock(Secret.take(Arrays.copyOf(bytes, 32)), Arrays.copyOfRange(bytes, 32, 64)));
    }
  }

  /** Compares in constant time. */
  public boolean matches(byte[] stored) {
    return MessageDigest.isEqual(commitment, stored);
  }

  private static Secret mix(Secret slow, Secret keyFile) {
    return new Hkdf().extract(keyFile.use(bytes -> new Binary().raw(bytes).hash()), slow);
  }

  @Override
  public void close() {
    wrapKey.close();
  }
}
