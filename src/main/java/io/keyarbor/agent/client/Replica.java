package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.Change;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson.Content;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The agent's metadata as they are now, kept by a subscription, so that a window reads them from
 * memory. Safe for any thread.
 */
final class Replica implements AutoCloseable {
  private static final long PATIENCE = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final List<Runnable> listeners;
  private final Link link;
  private final Runnable onEnd;
  private final Map<UUID, Content> growing = new HashMap<>();
  private final Thread thread;
  private Records records = new Records(Map.of());
  private long number;
  private boolean ended;

  /**
   * Starts to follow over a connection that it owns, and waits for the first state.
   *
   * @param listeners called after each change, once it can be read here
   * @param onEnd called when the agent is gone or locked
   */
  Replica(Link link, CopyOnWriteArrayList<Runnable> listeners, Runnable onEnd) {
    this.link = link;
    this.listeners = listeners;
    this.onEnd = onEnd;
    try {
      take(link.ask(Op.SUBSCRIBE, out -> {}, Change::read));
    } catch (RuntimeException e) {
      link.close();
      throw e;
    }
    // No virtual one: their poller never leaves the system's wait, for which a process that ends
    // waits 0.3 seconds.
    thread = Thread.ofPlatform().daemon().name("keyarbor-agent-news").start(this::follow);
    await(1);
    if (number == 0) {
      close();
      throw new VaultException.Refused(
          "The agent takes too long to tell what is in the vault. Try again.");
    }
  }

  /**
   * The newest state.
   *
   * @throws VaultException.Locked once the agent is gone
   */
  Records records() {
    lock.lock();
    try {
      if (ended) {
        throw new VaultException.Locked();
      }
      return records;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the change of that number can be read here, as after a change made here. */
  void await(long wanted) {
    if (Thread.currentThread() == thread) {
      // A listener that changes something in its turn would wait for itself.
      return;
    }
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(PATIENCE);
      while (number < wanted && !ended && left > 0) {
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // It is on the disk all the same, and comes here soon.
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void follow() {
    try {
      while (true) {
        if (take(link.next(Change::read))) {
          listeners.forEach(Runnable::run);
        }
      }
    } catch (IOException | RuntimeException e) {
      // Locked, gone, or not to be understood: nothing more can be learnt of the vault.
      close();
      onEnd.run();
    }
  }

  /** Returns whether there is a new state. */
  private boolean take(Change change) {
    change.removed().forEach(growing::remove);
    change.put().forEach(content -> growing.put(content.id(), content));
    if (!change.last()) {
      return false;
    }
    Records next = new Records(new HashMap<>(growing));
    lock.lock();
    try {
      boolean first = number == 0;
      records = next;
      number = change.number();
      news.signalAll();
      return !first;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      ended = true;
      records = new Records(Map.of());
      news.signalAll();
    } finally {
      lock.unlock();
    }
    link.close();
  }
}
