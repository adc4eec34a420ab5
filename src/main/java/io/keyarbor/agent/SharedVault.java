package io.keyarbor.agent;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.agent.server.AgentServer;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.Timer;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.Subscription;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.VaultState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A vault that this process unlocks and serves to the person's other programs, or that it uses
 * through the one that did. Whoever locks it, locks it for all. Safe for any thread.
 */
public final class SharedVault implements Vault {
  /** Less than the shortest time after which an agent locks. */
  private static final Duration BETWEEN_TOUCHES = Duration.ofSeconds(20);

  private final AtomicReference<VaultState> state = new AtomicReference<>(VaultState.LOCKED);
  private final List<Consumer<VaultState>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong touched = new AtomicLong(System.nanoTime() - BETWEEN_TOUCHES.toNanos());

  /** How often locking was asked for; an unlock during which that grew is undone. */
  private final AtomicInteger lockAsks = new AtomicInteger();

  /** The same for leaving. */
  private final AtomicInteger leaveAsks = new AtomicInteger();

  private final ReentrantLock farewell = new ReentrantLock();
  private final Vault local;
  private final Folders folders;
  private final Timer timer;
  private final Runnable used;
  private volatile Optional<Session> session = Optional.empty();
  private volatile Optional<AgentServer> server = Optional.empty();
  private volatile Optional<String> whyNotShared = Optional.empty();

  /**
   * A locked vault.
   *
   * @param local opens files in this process
   * @param folders where agents are looked for, and where this one listens
   * @param timer ends connections that are too slow
   * @param used called at each request of another program; may refuse it with {@link
   *     VaultException.Locked}
   */
  public SharedVault(Vault local, Folders folders, Timer timer, Runnable used) {
    this.local = local;
    this.folders = folders;
    this.timer = timer;
    this.used = used;
    local.onState(this::follow);
  }

  @Override
  public VaultState state() {
    return state.get();
  }

  @Override
  public Optional<Session> session() {
    return session;
  }

  /** Whether this process has the file open itself, and so is the agent of the others. */
  public boolean isOwner() {
    return session.isPresent() && !(session.get() instanceof RemoteSession);
  }

  /** Why other programs cannot use the vault that this process has open; empty if they can. */
  public Optional<String> whyNotShared() {
    return whyNotShared;
  }

  @Override
  public Session create(Path file, String vaultName, UnlockKey key) {
    return unlocking(() -> serving(file, local.create(file, vaultName, key)));
  }

  /**
   * Unlocks a vault. If another program has it unlocked, that one is joined, after it has checked
   * {@code key}; if a command has it open, its end is awaited for some seconds.
   */
  @Override
  public Session unlock(Path file, UnlockKey key, boolean acceptOlder) {
    return unlocking(() -> unlockOrJoin(file, key, acceptOlder));
  }

  /** Unlocks a vault that no other program has unlocked; who has it can be joined. */
  @Override
  public Session unlock(Path file, StandIn standIn) {
    return unlocking(() -> serving(file, local.unlock(file, standIn)));
  }

  private Session unlockOrJoin(Path file, UnlockKey key, boolean acceptOlder) {
    Patience patience = new Patience();
    while (true) {
      Optional<RemoteSession> agent = RemoteSession.join(AgentPlace.of(folders, file), timer);
      try {
        return agent.isPresent()
            ? verified(agent.get(), key)
            : serving(file, local.unlock(file, key, acceptOlder));
      } catch (VaultException.InUse | VaultException.Locked busy) {
        // Its owner serves it soon, or is about to close it.
        patience.pause(busy);
      }
    }
  }

  private static RemoteSession verified(RemoteSession agent, UnlockKey key) {
    try {
      agent.verify(key);
      agent.keep();
      return agent;
    } catch (RuntimeException e) {
      agent.close();
      throw e;
    }
  }

  private Session serving(Path file, Session opened) {
    try {
      AgentPlace place = AgentPlace.of(folders, file);
      server = Optional.of(AgentServer.start(place, opened, timer, used));
      whyNotShared = Optional.empty();
    } catch (VaultException.Refused e) {
      // The person has their vault all the same.
      whyNotShared = Optional.of(e.getMessage());
    } catch (RuntimeException e) {
      // Nobody would have it, and it would stay open.
      opened.lock();
      throw e;
    }
    return opened;
  }

  /**
   * Uses a vault that another program has unlocked; asks for no password, because that one was
   * given it. Does nothing if this one is not locked.
   *
   * @return empty if no other program has it unlocked
   */
  public Optional<Session> join(Path file) {
    Optional<RemoteSession> agent = RemoteSession.join(AgentPlace.of(folders, file), timer);
    if (agent.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          unlocking(() -> {
            agent.get().keep();
            return agent.get();
          }));
    } catch (VaultException.Refused | VaultException.Locked e) {
      // Opened here meanwhile, or locked there.
      agent.get().close();
      return Optional.empty();
    }
  }

  @Override
  public boolean needsKeyFile(Path file) {
    Optional<RemoteSession> agent = RemoteSession.join(AgentPlace.of(folders, file), timer);
    if (agent.isEmpty()) {
      return local.needsKeyFile(file);
    }
    try (RemoteSession open = agent.get()) {
      return open.needsKeyFile();
    }
  }

  /** Locks for every program that uses the vault, and waits while those are told. */
  @Override
  public void lock() {
    lockAsks.incrementAndGet();
    farewell.lock();
    try {
      session.ifPresent(Session::lock);
    } finally {
      farewell.unlock();
    }
  }

  /** Locks if this program has the file open; else the one that has it goes on. */
  @Override
  public void leave() {
    leaveAsks.incrementAndGet();
    Optional<Session> used = session;
    if (used.isPresent() && used.get() instanceof RemoteSession agent) {
      agent.close();
      ended();
    } else if (used.isPresent()) {
      lock();
    }
  }

  @Override
  public Subscription onState(Consumer<VaultState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private Session unlocking(Supplier<Session> work) {
    int locks = lockAsks.get();
    int leaves = leaveAsks.get();
    if (!state.compareAndSet(VaultState.LOCKED, VaultState.UNLOCKING)) {
      throw new VaultException.Refused("A vault is already open. Lock it first.");
    }
    tell(VaultState.UNLOCKING);
    Optional<Session> started = Optional.empty();
    try {
      started = Optional.of(work.get());
      if (lockAsks.get() != locks) {
        // Nobody sees it open.
        started.get().lock();
      }
    } finally {
      session = started.filter(open -> !open.isLocked());
      move(session.isPresent() ? VaultState.UNLOCKED : VaultState.LOCKED);
    }
    Session open = started.get();
    if (open instanceof RemoteSession agent) {
      agent.onOver(this::ended);
    } else if (open.isLocked()) {
      // A client was faster than this method.
      server.ifPresent(AgentServer::stopListening);
      part();
    }
    if (lockAsks.get() != locks) {
      lock();
    } else if (leaveAsks.get() != leaves) {
      leave();
    }
    return open;
  }

  /** The file's own life: the socket goes while the file is still this process's. */
  private void follow(VaultState next) {
    if (next == VaultState.LOCKING) {
      server.ifPresent(AgentServer::stopListening);
      if (state.compareAndSet(VaultState.UNLOCKED, VaultState.LOCKING)) {
        tell(VaultState.LOCKING);
      }
    } else if (next == VaultState.LOCKED) {
      part();
    }
  }

  /** This program is locked before it tells the others so, or is unlocked anew. */
  private void part() {
    farewell.lock();
    try {
      Optional<AgentServer> served = server;
      server = Optional.empty();
      ended();
      served.ifPresent(AgentServer::dismiss);
    } finally {
      farewell.unlock();
    }
  }

  private void ended() {
    if (state.compareAndSet(VaultState.UNLOCKED, VaultState.LOCKING)) {
      tell(VaultState.LOCKING);
    }
    if (state.get() == VaultState.LOCKING) {
      session = Optional.empty();
      move(VaultState.LOCKED);
    }
  }

  private void move(VaultState next) {
    state.set(next);
    tell(next);
  }

  private void tell(VaultState next) {
    listeners.forEach(listener -> listener.accept(next));
  }

  /**
   * Tells the agent that is used that the person is there; does nothing where this process has the
   * file open itself. Answers at once, and may be called at every move of the mouse.
   */
  public void touch() {
    if (session.isPresent() && session.get() instanceof RemoteSession agent) {
      long now = System.nanoTime();
      long last = touched.get();
      if (now - last > BETWEEN_TOUCHES.toNanos() && touched.compareAndSet(last, now)) {
        Thread.startVirtualThread(() -> touch(agent));
      }
    }
  }

  private static void touch(RemoteSession agent) {
    try {
      agent.touch();
    } catch (VaultException e) {
      // The session tells its end itself.
    }
  }
}
