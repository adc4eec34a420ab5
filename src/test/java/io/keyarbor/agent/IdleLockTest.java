package io.keyarbor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.process.IdleLock;
import io.keyarbor.platform.HandWoundTimer;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.VaultState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent locks after a time without a request. */
class IdleLockTest {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final HandWoundTimer time = new HandWoundTimer();
  private final IdleLock idle = new IdleLock(time, time);
  private final SystemTimer timer = new SystemTimer();
  private final CountDownLatch locked = new CountDownLatch(1);
  @TempDir Path folder;
  private Place place;
  private SharedVault agent;
  private RemoteSession command;

  @BeforeEach
  void unlock() {
    place = Place.withVault(folder);
    agent =
        new SharedVault(
            TestVaults.vault(place.folders().state()), place.folders(), timer, idle::used);
    try (var key = TestVaults.key(Place.PASSWORD)) {
      agent.unlock(place.file(), key, false);
    }
    agent.onState(state -> {
      if (state == VaultState.LOCKED) {
        locked.countDown();
      }
    });
    idle.start(LIMIT, agent::lock);
    command = place.joined();
  }

  @AfterEach
  void end() {
    command.close();
    timer.close();
    place.close();
  }

  @Test
  void withoutARequestItLocksAndLeavesNoFile() throws InterruptedException {
    time.pass(LIMIT.minusSeconds(1));
    command.groups().add("used", java.util.Optional.empty());
    time.pass(LIMIT.minusSeconds(1));
    command.touch();
    time.pass(LIMIT.minusSeconds(1));
    assertEquals(VaultState.UNLOCKED, agent.state());
    time.pass(Duration.ofSeconds(1));
    assertTrue(locked.await(30, TimeUnit.SECONDS));
    assertFalse(Files.exists(place.socket()));
    assertThrows(VaultException.Locked.class, () -> command.credentials().named("x"));
  }

  @Test
  void theFirstRequestAfterASleepIsRefused() throws InterruptedException {
    time.sleep(LIMIT);
    assertThrows(VaultException.Locked.class, () -> command.credentials().named("x"));
    assertTrue(locked.await(30, TimeUnit.SECONDS));
  }

  @Test
  void whoFollowsTheChangesFirstAfterASleepIsRefusedToo() throws InterruptedException {
    time.sleep(LIMIT);
    assertThrows(VaultException.Locked.class, command::keep);
    assertTrue(locked.await(30, TimeUnit.SECONDS));
  }
}
