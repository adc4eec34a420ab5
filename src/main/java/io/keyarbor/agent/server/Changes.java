package io.keyarbor.agent.server;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the changes of the vault, and lets subscribers wait for the next one. */
final class Changes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private long number = 1;

  /** One more. */
  void count() {
    lock.lock();
    try {
      number++;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets those who wait look at their condition again. */
  void wake() {
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many there were, from 1. */
  long number() {
    lock.lock();
    try {
      return number;
    } finally {
      lock.unlock();
    }
  }

  /** Whether to go on waiting. */
  interface Patience {
    boolean lasts();
  }

  /**
   * Waits for a change after {@code known}.
   *
   * @return its number; {@code known} if {@code patience} did not last
   */
  long after(long known, Patience patience) {
    lock.lock();
    try {
      while (number == known && patience.lasts()) {
        news.awaitUninterruptibly();
      }
      return number;
    } finally {
      lock.unlock();
    }
  }
}
