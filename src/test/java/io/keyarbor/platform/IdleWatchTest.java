package io.keyarbor.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final HandWoundTimer time = new HandWoundTimer();
  private final AtomicInteger told = new AtomicInteger();
  private final IdleWatch watch = new IdleWatch(time, time, told::incrementAndGet);

  @Test
  void tellsOnceWhenNothingWasDone() {
    watch.start(LIMIT);
    time.pass(LIMIT.minusSeconds(1));
    assertEquals(0, told.get());
    time.pass(Duration.ofSeconds(1));
    assertEquals(1, told.get());
    time.pass(LIMIT.multipliedBy(3));
    assertEquals(1, told.get());
  }

  @Test
  void countsAnewFromWhatThePersonDoes() {
    watch.start(LIMIT);
    time.pass(LIMIT.minusSeconds(1));
    watch.touch();
    time.pass(LIMIT.minusSeconds(1));
    assertEquals(0, told.get());
    time.pass(Duration.ofSeconds(1));
    assertEquals(1, told.get());
  }

  @Test
  void countsTheTimeThatTheComputerSlept() {
    watch.start(LIMIT);
    time.sleep(Duration.ofHours(8));
    watch.touch();
    assertEquals(1, told.get(), "the first key after a sleep must not keep the vault open");
  }

  @Test
  void isSilentOnceStopped() {
    watch.start(LIMIT);
    watch.stop();
    watch.touch();
    time.pass(LIMIT.multipliedBy(2));
    assertEquals(0, told.get());
    assertEquals(0, time.pending());
  }
}
