package io.keyarbor.vault;

import io.keyarbor.crypto.Secret;
import java.util.Optional;
import java.util.UUID;

/** An unlocked vault in memory. Locking destroys it and its keys. */
public interface Session {
  /** The vault's identity, the same for all its copies. */
  UUID vaultId();

  /** What the person called the vault. */
  String vaultName();

  /** The credentials. */
  Credentials credentials();

  /** The person's groups. */
  Groups groups();

  /** The person's profiles. */
  Profiles profiles();

  /** The person's saved searches. */
  Searches searches();

  /**
   * Replaces the master password and the key file. The caller closes all of them.
   *
   * @throws VaultException.WrongPassword if {@code current} is not right
   */
  void changePassword(UnlockKey current, UnlockKey next);

  /**
   * Checks that {@code key} unlocks this vault; takes as long as unlocking does. The caller closes
   * it.
   *
   * @throws VaultException.WrongPassword if it does not
   */
  void verify(UnlockKey key);

  /**
   * What can stand in for {@code key}, which the caller closes, as they do the result; takes as
   * long as unlocking does.
   *
   * @throws VaultException.WrongPassword if {@code key} does not unlock this vault
   * @throws VaultException.Refused if another program has it unlocked, and so its keys
   */
  StandIn standIn(UnlockKey key);

  /** Whether a key file is needed to unlock this vault. */
  boolean needsKeyFile();

  /** Backups, newest first proven. */
  Backups backups();

  /**
   * Calls {@code listener} after every change, on the thread that made it or that learnt of it.
   * Closing the result ends that.
   */
  Subscription onChange(Runnable listener);

  /** Whether {@link #lock} was called. */
  boolean isLocked();

  /**
   * Destroys the keys, closes the store. Waits for a save under way; later calls of anything fail.
   */
  void lock();

  /** Ends a subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * What unlocks: the password and, where the vault was made with one, the bytes of the key file.
   *
   * @param password UTF-8
   */
  record UnlockKey(Secret password, Optional<Secret> keyFile) implements AutoCloseable {
    @Override
    public void close() {
      password.close();
      keyFile.ifPresent(Secret::close);
    }
  }
}
