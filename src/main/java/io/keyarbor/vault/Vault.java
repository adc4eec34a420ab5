package io.keyarbor.vault;

import io.keyarbor.vault.Session.Subscription;
import io.keyarbor.vault.Session.UnlockKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one vault that a process may have open: a state machine around its {@link Session}. Safe for
 * any thread; {@code create} and {@code unlock} take about a second and belong off the JavaFX
 * thread.
 */
public interface Vault {
  /** Where it is now. */
  VaultState state();

  /** The session while unlocked. */
  Optional<Session> session();

  /**
   * Makes a new vault and leaves it unlocked.
   *
   * @throws VaultException.AlreadyExists if there is a file; it is not touched
   */
  Session create(Path file, String vaultName, UnlockKey key);

  /**
   * Unlocks a vault.
   *
   * @param acceptOlder whether the person said that an older copy is what they want
   * @throws VaultException what is wrong, each kind with its own message
   */
  Session unlock(Path file, UnlockKey key, boolean acceptOlder);

  /**
   * Unlocks a vault without its password, which {@code standIn} stands in for and which the caller
   * closes.
   *
   * @throws VaultException.WrongPassword if it is that of another vault, or the password was
   *     changed since
   * @throws VaultException what else is wrong
   */
  Session unlock(Path file, StandIn standIn);

  /**
   * Whether the vault was made with a key file, so that a person can be asked for it.
   *
   * @throws VaultException what is wrong with the file
   */
  boolean needsKeyFile(Path file);

  /**
   * Locks, if unlocked. What is being unlocked is locked as soon as it is open, and the caller of
   * {@code unlock} gets a session that is locked.
   */
  void lock();

  /**
   * Ends this program's use of it: locks, unless it is another program that has it unlocked and
   * goes on.
   */
  default void leave() {
    lock();
  }

  /** Calls {@code listener} after each change of state, on the thread that made it. */
  Subscription onState(Consumer<VaultState> listener);
}
