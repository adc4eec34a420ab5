package io.keyarbor.agent.process;

import io.keyarbor.platform.IdleWatch;
import io.keyarbor.platform.Timer;
import io.keyarbor.vault.VaultException;
import java.time.Clock;
import java.time.Duration;

/**
 * Locks after a time without a request. By the wall clock, so that the time the computer slept
 * counts too; then the request that wakes it is refused.
 */
public final class IdleLock {
  private final IdleWatch watch;
  private volatile Runnable lock = () -> {};
  private volatile boolean over;

  /** One that does not count yet. */
  public IdleLock(Clock clock, Timer timer) {
    watch = new IdleWatch(clock, timer, this::end);
  }

  /** Starts to count. */
  public void start(Duration limit, Runnable whenOver) {
    lock = whenOver;
    watch.start(limit);
  }

  /**
   * There was a request.
   *
   * @throws VaultException.Locked if it came too late
   */
  public void used() {
    watch.touch();
    if (over) {
      throw new VaultException.Locked();
    }
  }

  /** Not on the thread of a request, which locking would wait for. */
  private void end() {
    over = true;
    Thread.ofPlatform().name("idle lock").start(lock);
  }
}
