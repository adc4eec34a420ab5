package io.keyarbor.vault.local;

import io.keyarbor.vault.Backups;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Groups;
import io.keyarbor.vault.Profiles;
import io.keyarbor.vault.Searches;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.keys.KdfParameters;
import io.keyarbor.vault.keys.MemberLock;
import io.keyarbor.vault.store.Rows.MemberRow;
import io.keyarbor.vault.store.VaultStore;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** An unlocked vault. */
final class LocalSession implements Session {
  private final AtomicBoolean locked = new AtomicBoolean();
  private final VaultStore store;
  private final Opened opened;
  private final Ledger ledger;
  private final LocalBackups backups;
  private final LocalCredentials credentials;
  private final LocalGroups groups;
  private final LocalProfiles profiles;
  private final LocalSearches searches;
  private final Derivation derivation;
  private final Runnable locking;
  private final ReentrantLock verifying = new ReentrantLock();
  private volatile MemberRow member;

  /**
   * An unlocked vault.
   *
   * @param locking what {@link #lock} does: the vault's way to {@link #end}
   */
  LocalSession(
      VaultStore store,
      Opened opened,
      Ledger ledger,
      LocalBackups backups,
      Derivation derivation,
      Runnable locking) {
    this.store = store;
    this.opened = opened;
    this.ledger = ledger;
    this.backups = backups;
    this.derivation = derivation;
    this.locking = locking;
    this.member = opened.stored().member();
    this.credentials = new LocalCredentials(ledger, opened.profile().name());
    this.groups = new LocalGroups(ledger);
    this.profiles = new LocalProfiles(ledger);
    this.searches = new LocalSearches(ledger);
    ledger.onChange(backups::catchUp);
    backups.catchUp();
  }

  @Override
  public UUID vaultId() {
    return opened.stored().vaultId();
  }

  @Override
  public String vaultName() {
    return opened.collection().vault();
  }

  @Override
  public Credentials credentials() {
    return credentials;
  }

  @Override
  public Groups groups() {
    return groups;
  }

  @Override
  public Profiles profiles() {
    return profiles;
  }

  @Override
  public Searches searches() {
    return searches;
  }

  @Override
  public Backups backups() {
    return backups;
  }

  @Override
  public void changePassword(UnlockKey current, UnlockKey next) {
    ledger.exclusively(() -> {
      check(current);
      KdfParameters fresh = derivation.fresh(next);
      try (MemberLock lock = derivation.derive(next, fresh)) {
        MemberRow row = opened.member().seal(vaultId(), member.profile(), fresh, lock);
        store.replaceMember(row);
        member = row;
      }
      return null;
    });
  }

  /** One at a time, because each takes much memory; saves go on meanwhile. */
  @Override
  public void verify(UnlockKey key) {
    verifying.lock();
    try {
      ledger.snapshot();
      check(key);
    } finally {
      verifying.unlock();
    }
  }

  @Override
  public StandIn standIn(UnlockKey key) {
    verifying.lock();
    try {
      ledger.snapshot();
      try (MemberLock lock = checked(key)) {
        return new StandIn(vaultId(), lock.commitment(), lock.wrapKey().copy());
      }
    } finally {
      verifying.unlock();
    }
  }

  private void check(UnlockKey key) {
    checked(key).close();
  }

  private MemberLock checked(UnlockKey key) {
    MemberRow now = member;
    MemberLock lock = derivation.derive(key, KdfParameters.read(now.kdf()));
    if (!lock.matches(now.commitment())) {
      lock.close();
      throw new VaultException.WrongPassword();
    }
    return lock;
  }

  @Override
  public boolean needsKeyFile() {
    return KdfParameters.read(member.kdf()).keyFile();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return ledger.onChange(listener);
  }

  @Override
  public boolean isLocked() {
    return locked.get();
  }

  @Override
  public void lock() {
    if (!isLocked()) {
      locking.run();
    }
  }

  /** Destroys the keys first, then closes the file. */
  void end() {
    if (locked.compareAndSet(false, true)) {
      try (store) {
        ledger.close();
        backups.beforeClosing();
      }
    }
  }
}
