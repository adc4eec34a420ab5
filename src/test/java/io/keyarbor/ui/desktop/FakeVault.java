package io.keyarbor.ui.desktop;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.Subscription;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.VaultState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A vault in memory with one password, for tests of windows. */
final class FakeVault implements Vault {
  private final List<Consumer<VaultState>> listeners = new ArrayList<>();
  private FakeSession session = new FakeSession("Personal");
  private Optional<RuntimeException> refusal = Optional.empty();
  private VaultState state = VaultState.LOCKED;
  private Secret password;

  FakeVault(String password) {
    this.password = Secret.takeUtf8(password.toCharArray());
  }

  FakeSession content() {
    return session;
  }

  /** The next unlocking fails so. */
  void refuse(RuntimeException why) {
    refusal = Optional.of(why);
  }

  @Override
  public synchronized VaultState state() {
    return state;
  }

  @Override
  public synchronized Optional<Session> session() {
    return state == VaultState.UNLOCKED ? Optional.of(session) : Optional.empty();
  }

  @Override
  public synchronized Session create(Path file, String vaultName, UnlockKey key) {
    session = new FakeSession(vaultName);
    password = key.password().copy();
    return opened();
  }

  @Override
  public synchronized Session unlock(Path file, UnlockKey key, boolean acceptOlder) {
    if (refusal.isPresent() && !acceptOlder) {
      RuntimeException why = refusal.get();
      refusal = Optional.empty();
      throw why;
    }
    if (!key.password().sameAs(password)) {
      throw new VaultException.WrongPassword();
    }
    return opened();
  }

  @Override
  public synchronized Session unlock(Path file, StandIn standIn) {
    if (!standIn.key().sameAs(FakeSession.padded(password))) {
      throw new VaultException.WrongPassword();
    }
    return opened();
  }

  @Override
  public boolean needsKeyFile(Path file) {
    return false;
  }

  private Session opened() {
    session.reopen();
    to(VaultState.UNLOCKED);
    return session;
  }

  @Override
  public synchronized void lock() {
    if (state == VaultState.UNLOCKED) {
      to(VaultState.LOCKING);
      session.lock();
      to(VaultState.LOCKED);
    }
  }

  private void to(VaultState next) {
    state = next;
    List.copyOf(listeners).forEach(l -> l.accept(next));
  }

  @Override
  public synchronized Subscription onState(Consumer<VaultState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
