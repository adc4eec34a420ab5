package io.keyarbor.app;

import static io.keyarbor.vault.TestVaults.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.journal.Journal;
import io.keyarbor.platform.session.SessionWatch;
import io.keyarbor.platform.session.SessionWatch.Cause;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultState;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who leaves the computer finds the vault locked, however often its window was closed before. */
class SystemLockTest {
  private static final int PATIENCE = 30;

  @TempDir Path folder;
  private final BlockingQueue<SessionWatch.Listener> watches = new LinkedBlockingQueue<>();
  private final BlockingQueue<SessionWatch.Listener> closed = new LinkedBlockingQueue<>();
  private LocalVault vault;

  @BeforeEach
  void create() {
    vault = TestVaults.vault(folder.resolve("state"));
    try (var key = key("pw")) {
      vault.create(file(), "Mine", key);
    }
  }

  private Path file() {
    return folder.resolve("vault");
  }

  private SystemLock lock(Function<SessionWatch.Listener, SessionWatch> watching) {
    return new SystemLock(
        vault,
        new SettingsStore(folder.resolve("settings.json")),
        watching,
        new Journal(folder.resolve("log"), Clock.systemUTC()));
  }

  private SessionWatch watch(SessionWatch.Listener listener) {
    watches.add(listener);
    return () -> closed.add(listener);
  }

  private static SessionWatch.Listener next(BlockingQueue<SessionWatch.Listener> queue)
      throws InterruptedException {
    SessionWatch.Listener next = queue.poll(PATIENCE, TimeUnit.SECONDS);
    assertNotNull(next);
    return next;
  }

  @Test
  void awayLocksAlsoAfterTheWindowWasClosedAndShownAgain() throws Exception {
    SystemLock lock = lock(this::watch);
    lock.begin();
    SessionWatch.Listener first = next(watches);
    vault.lock();
    lock.ended();
    assertEquals(first, next(closed));

    try (var key = key("pw")) {
      vault.unlock(file(), key, false);
    }
    lock.begin();
    SessionWatch.Listener second = next(watches);
    assertEquals(VaultState.UNLOCKED, vault.state());
    second.away(Cause.SCREEN_LOCK);

    assertEquals(VaultState.LOCKED, vault.state());
    lock.ended();
    assertEquals(second, next(closed));
  }

  @Test
  void oneWatchServesEveryUnlockOfAWindow() throws Exception {
    SystemLock lock = lock(this::watch);
    lock.begin();
    lock.begin();
    SessionWatch.Listener only = next(watches);
    lock.ended();
    assertEquals(only, next(closed));
    assertTrue(watches.isEmpty());
    vault.lock();
  }

  @Test
  void aWatchThatStartsTooLateIsClosedAndTheNextOneKept() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    BlockingQueue<Thread> starting = new LinkedBlockingQueue<>();
    SystemLock lock =
        lock(listener -> {
          // Only the first one waits.
          if (starting.isEmpty()) {
            starting.add(Thread.currentThread());
            uninterrupted(slow);
          }
          return watch(listener);
        });
    lock.begin();
    while (starting.isEmpty()) {
      Thread.onSpinWait();
    }
    lock.ended();
    lock.begin();
    SessionWatch.Listener kept = next(watches);
    slow.countDown();
    SessionWatch.Listener late = next(watches);
    assertEquals(late, next(closed));
    assertTrue(closed.isEmpty());

    kept.away(Cause.SLEEP);
    assertEquals(VaultState.LOCKED, vault.state());
    lock.ended();
    assertEquals(kept, next(closed));
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To unlock takes a second, in which a person can be gone. */
  @Test
  void theWatchBeginsWithTheUnlockAndNotAfterIt() throws Exception {
    vault.lock();
    SystemLock lock = lock(this::watch);
    BlockingQueue<VaultState> asked = new LinkedBlockingQueue<>();
    vault.onState(state -> {
      if (state == VaultState.UNLOCKING && asked.isEmpty()) {
        asked.add(state);
        away();
      }
    });
    try (var key = key("pw")) {
      assertTrue(vault.unlock(file(), key, false).isLocked());
    }
    assertEquals(VaultState.LOCKED, vault.state());
    lock.ended();
  }

  private void away() {
    try {
      next(watches).away(Cause.SCREEN_LOCK);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
