package io.keyarbor.vault.local;

import io.keyarbor.vault.Backups;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.store.BackupFolder;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.StoreOpener;
import io.keyarbor.vault.store.VaultStore;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes backups beside the vault, after some changes and when it is locked, and reads each one
 * back whole: it counts once its manifest was found to hold.
 */
final class LocalBackups implements Backups {
  private static final int CHANGES = 25;

  private final ReentrantLock working = new ReentrantLock();
  private final StoreOpener opener;
  private final VaultStore store;
  private final Ledger ledger;
  private final BackupFolder folder;
  private final UUID vault;
  private final PublicKey signer;
  private final Executor background;
  private volatile long lastCounter;

  /** For the holder of {@link #working}. */
  private boolean closed;

  LocalBackups(
      StoreOpener opener,
      VaultStore store,
      Ledger ledger,
      UUID vault,
      PublicKey signer,
      Executor background) {
    this.background = background;
    this.opener = opener;
    this.store = store;
    this.ledger = ledger;
    this.folder = opener.backupsOf(store.file());
    this.vault = vault;
    this.signer = signer;
    this.lastCounter = folder.lastCounter();
  }

  @Override
  public void create() {
    working.lock();
    try {
      Path backup = write();
      if (!prove(backup)) {
        throw new VaultException.Damaged(
            backup, "this backup does not hold what the vault held", null);
      }
    } finally {
      working.unlock();
    }
  }

  @Override
  public Optional<Instant> lastProven() {
    return folder.lastProven();
  }

  /** Starts work in the background, if there is some and none is under way. */
  void catchUp() {
    if (ledger.counter() - lastCounter >= CHANGES || !folder.unproven().isEmpty()) {
      background.execute(this::work);
    }
  }

  private void work() {
    if (!working.tryLock()) {
      return;
    }
    try {
      if (closed) {
        return;
      }
      if (ledger.counter() - lastCounter >= CHANGES) {
        write();
      }
      folder.unproven().forEach(this::prove);
    } catch (VaultException e) {
      // The vault was locked meanwhile, or the disk is full; the window tells how old the last
      // proven backup is, and the next change tries again.
    } finally {
      working.unlock();
    }
  }

  /**
   * Writes one if anything changed since the last; it is proven after the next unlock. From now on
   * nothing is done in the background: a locked vault's files are left alone.
   */
  void beforeClosing() {
    working.lock();
    try {
      closed = true;
      if (ledger.counter() > lastCounter) {
        write();
      }
    } catch (VaultException e) {
      // Every change is in the vault itself; a full disk must not keep it from being locked.
    } finally {
      working.unlock();
    }
  }

  private Path write() {
    long counter = ledger.counter();
    Path backup = folder.next(ledger.clock().instant(), counter);
    try {
      store.copyTo(backup);
    } catch (VaultException e) {
      folder.discard(backup);
      throw e;
    }
    lastCounter = counter;
    return backup;
  }

  private boolean prove(Path backup) {
    if (!isWhole(backup)) {
      folder.discard(backup);
      return false;
    }
    folder.proven(backup);
    return true;
  }

  private boolean isWhole(Path backup) {
    try (VaultStore copy = opener.openReadOnly(backup)) {
      Header header = Stored.checked(copy, opener.format());
      return header.vault().id().equals(vault) && Stored.read(copy, header).isAsSigned(signer);
    } catch (VaultException.Damaged | VaultException.Hostile e) {
      return false;
    }
  }
}
