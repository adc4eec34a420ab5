package io.keyarbor.vault.local;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.Subscription;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.VaultState;
import io.keyarbor.vault.keys.KdfParameters;
import io.keyarbor.vault.keys.MemberKeys;
import io.keyarbor.vault.keys.MemberLock;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.Rows.MemberRow;
import io.keyarbor.vault.store.SeenCounters;
import io.keyarbor.vault.store.StoreOpener;
import io.keyarbor.vault.store.VaultStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The vault that this process itself opens, over a store. */
public final class LocalVault implements Vault {
  private final AtomicReference<VaultState> state = new AtomicReference<>(VaultState.LOCKED);
  private final List<Consumer<VaultState>> listeners = new CopyOnWriteArrayList<>();

  /** How often locking was asked for; an unlock during which that grew is undone. */
  private final AtomicInteger lockAsks = new AtomicInteger();

  private final StoreOpener opener;
  private final SeenCounters seen;
  private final Derivation derivation;
  private final Clock clock;
  private final Executor background;
  private volatile Optional<LocalSession> session = Optional.empty();

  /**
   * A locked vault.
   *
   * @param cost of deriving a key from a new password, asked for when one is set: {@code
   *     KdfCost::calibrated} in the app
   * @param background runs what nobody waits for: {@code Thread::startVirtualThread} in the app
   */
  public LocalVault(
      StoreOpener opener,
      SeenCounters seen,
      Supplier<KdfCost> cost,
      Clock clock,
      Executor background) {
    this.background = background;
    this.opener = opener;
    this.seen = seen;
    this.derivation = new Derivation(cost);
    this.clock = clock;
  }

  @Override
  public VaultState state() {
    return state.get();
  }

  @Override
  public Optional<Session> session() {
    return session.map(Session.class::cast);
  }

  @Override
  public Session create(Path file, String vaultName, UnlockKey key) {
    Names.check(vaultName);
    return unlocking(() -> {
      opener.checkFree(file);
      KdfParameters parameters = derivation.fresh(key);
      try (MemberLock lock = derivation.derive(key, parameters)) {
        opener.create(
            file, NewVault.header(vaultName, opener.format(), clock.millis(), parameters, lock));
        VaultStore store = opener.open(file);
        return opened(
            store,
            () -> {
              Header header = Stored.checked(store, opener.format());
              return start(store, Stored.read(store, header), lock, false);
            });
      }
    });
  }

  @Override
  public Session unlock(Path file, UnlockKey key, boolean acceptOlder) {
    return unlocking(() -> {
      VaultStore store = opener.open(file);
      return opened(store, () -> unlock(store, key, acceptOlder));
    });
  }

  /** Reads the file while the key is derived; that needs no key, and both take their time. */
  private LocalSession unlock(VaultStore store, UnlockKey key, boolean acceptOlder) {
    Header header = Stored.checked(store, opener.format());
    MemberRow member = header.members().getFirst();
    KdfParameters parameters = parameters(store, member);
    FutureTask<MemberLock> deriving = new FutureTask<>(() -> derivation.derive(key, parameters));
    Thread.ofPlatform().name("key derivation").daemon().start(deriving);
    Optional<Stored> stored = Optional.empty();
    Optional<RuntimeException> fault = Optional.empty();
    try {
      stored = Optional.of(Stored.read(store, header));
    } catch (RuntimeException e) {
      fault = Optional.of(e);
    }
    try (MemberLock lock = get(deriving)) {
      if (!lock.matches(member.commitment())) {
        throw new VaultException.WrongPassword();
      }
      if (fault.isPresent()) {
        throw fault.get();
      }
      return start(store, stored.orElseThrow(), lock, acceptOlder);
    }
  }

  @Override
  public Session unlock(Path file, StandIn standIn) {
    return unlocking(() -> {
      VaultStore store = opener.open(file);
      return opened(store, () -> unlock(store, standIn));
    });
  }

  private LocalSession unlock(VaultStore store, StandIn standIn) {
    Header header = Stored.checked(store, opener.format());
    MemberRow member = header.members().getFirst();
    // Fails for a record that was changed.
    parameters(store, member);
    try (MemberLock lock = new MemberLock(standIn.key().copy(), standIn.epoch())) {
      if (!header.vault().id().equals(standIn.vault()) || !lock.matches(member.commitment())) {
        throw new VaultException.WrongPassword();
      }
      return start(store, Stored.read(store, header), lock, false);
    }
  }

  @Override
  public boolean needsKeyFile(Path file) {
    try (VaultStore store = opener.openReadOnly(file)) {
      MemberRow member = Stored.checked(store, opener.format()).members().getFirst();
      return parameters(store, member).keyFile();
    }
  }

  private static KdfParameters parameters(VaultStore store, MemberRow member) {
    try {
      if (MemberKeys.isWhole(member)) {
        return KdfParameters.read(member.kdf());
      }
    } catch (IllegalArgumentException e) {
      // Told below: what asks for too much memory was not written by Keyarbor either.
    }
    throw new VaultException.Damaged(
        store.file(), "the member's record is not what was written", null);
  }

  private LocalSession start(
      VaultStore store, Stored stored, MemberLock lock, boolean acceptOlder) {
    Opened opened = new Unlocking(store, stored).with(lock);
    try {
      long found = stored.manifest().counter();
      long highest = seen.highest(stored.vaultId(), stored.collection().id());
      if (found < highest && !acceptOlder) {
        throw new VaultException.OlderCopy(store.file(), found, highest);
      }
      Ledger ledger = new Ledger(store, seen, clock, opened);
      if (found < highest) {
        ledger.advanceTo(highest + 1);
      } else {
        seen.saw(stored.vaultId(), stored.collection().id(), found);
      }
      LocalBackups backups =
          new LocalBackups(
              opener,
              store,
              ledger,
              stored.vaultId(),
              MemberKeys.verifier(stored.member().publicKeys()),
              background);
      return new LocalSession(store, opened, ledger, backups, derivation, this::lock);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void lock() {
    lockAsks.incrementAndGet();
    if (state.compareAndSet(VaultState.UNLOCKED, VaultState.LOCKING)) {
      tell(VaultState.LOCKING);
      try {
        session.ifPresent(LocalSession::end);
      } finally {
        session = Optional.empty();
        move(VaultState.LOCKED);
      }
    }
  }

  @Override
  public Subscription onState(Consumer<VaultState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private Session unlocking(Supplier<LocalSession> work) {
    int asks = lockAsks.get();
    if (!state.compareAndSet(VaultState.LOCKED, VaultState.UNLOCKING)) {
      throw new VaultException.Refused("A vault is already open. Lock it first.");
    }
    tell(VaultState.UNLOCKING);
    Optional<LocalSession> started = Optional.empty();
    try {
      started = Optional.of(work.get());
      if (lockAsks.get() != asks) {
        // Nobody sees it open.
        started.get().end();
      }
    } finally {
      session = started.filter(open -> !open.isLocked());
      move(session.isPresent() ? VaultState.UNLOCKED : VaultState.LOCKED);
    }
    if (lockAsks.get() != asks) {
      lock();
    }
    return started.get();
  }

  /** Closes the store again if {@code work} fails. */
  private static LocalSession opened(VaultStore store, Supplier<LocalSession> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void move(VaultState next) {
    state.set(next);
    tell(next);
  }

  private void tell(VaultState next) {
    listeners.forEach(listener -> listener.accept(next));
  }

  private static <T> T get(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VaultException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
