package io.keyarbor.vault.local;

import io.keyarbor.crypto.Argon2;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.keys.KdfParameters;
import io.keyarbor.vault.keys.MemberLock;
import java.util.function.Supplier;

/**
 * Makes keys of passwords.
 *
 * @param cost of new passwords, asked for when one is set
 */
record Derivation(Supplier<KdfCost> cost) {
  /** How a new password is to become a key. */
  KdfParameters fresh(UnlockKey key) {
    return KdfParameters.fresh(cost.get(), key.keyFile().isPresent());
  }

  /** Derives; takes about a second. */
  MemberLock derive(UnlockKey key, KdfParameters parameters) {
    try {
      return MemberLock.derive(key.password(), key.keyFile(), parameters);
    } catch (Argon2.NotEnoughMemory e) {
      throw new VaultException.Refused(
          e.getMessage() + ", more than this computer lets Keyarbor use. Close other programs.");
    }
  }
}
