package io.keyarbor.platform.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.Timer;
import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.probe.engine.RequiresProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch hears what logind and screen lockers say on a real bus. */
@RequiresProgram("dbus-daemon")
class SessionWatchTest {
  @TempDir Path folder;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
  private final BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
  private PrivateBus bus;

  @BeforeEach
  void begin() throws IOException {
    bus = PrivateBus.start(folder);
  }

  @AfterEach
  void end() {
    bus.close();
  }

  private SleepDelay.Held delay() {
    heard.add("delayed");
    return () -> heard.add("may sleep");
  }

  /** Runs nothing before the test does. */
  private Timer.Pending after(Duration delay, Runnable task) {
    waits.add(delay);
    later.add(task);
    return () -> heard.add("called off");
  }

  private SessionWatch watch() {
    return LogindWatch.start(
        bus.place(),
        Map.of("XDG_SESSION_ID", "7"),
        this::delay,
        this::after,
        c -> heard.add(c.name()));
  }

  private void hears(String word) throws InterruptedException {
    assertEquals(word, heard.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void sleepWaitsUntilTheVaultIsLocked() throws Exception {
    try (FakeLogind logind = new FakeLogind(bus.connect());
        SessionWatch watch = watch()) {
      assertFalse(watch.toString().isEmpty());
      hears("delayed");
      logind.prepareForSleep(true);
      hears("SLEEP");
      hears("may sleep");
      logind.prepareForSleep(false);
      hears("may sleep");
      hears("delayed");
      logind.prepareForSleep(true);
      hears("SLEEP");
    }
  }

  @Test
  void theLockOfThisSessionIsHeardAndNoOtherOne() throws Exception {
    try (FakeLogind logind = new FakeLogind(bus.connect());
        SessionWatch watch = watch()) {
      assertFalse(watch.toString().isEmpty());
      hears("delayed");
      logind.lock("/org/freedesktop/login1/session/_38");
      logind.property("IdleHint", true);
      logind.property("Active", true);
      logind.lock(FakeLogind.SESSION);
      hears("SCREEN_LOCK");
      logind.property("Active", false);
      hears("USER_SWITCH");
      logind.property("LockedHint", true);
      hears("SCREEN_LOCK");
    }
  }

  /** Anybody may send anything over the system's bus; only logind is believed. */
  @Test
  @RequiresProgram("gdbus")
  void aStrangerWhoSpeaksAsLogindIsNotBelieved() throws Exception {
    try (FakeLogind logind = new FakeLogind(bus.connect());
        SessionWatch watch = watch()) {
      assertFalse(watch.toString().isEmpty());
      hears("delayed");
      bus.emit(FakeLogind.SESSION, "org.freedesktop.login1.Session.Lock");
      logind.property("Active", false);
      hears("USER_SWITCH");
    }
  }

  @Test
  @RequiresProgram("gdbus")
  void anyScreenLockerIsHeard() throws Exception {
    try (SessionWatch watch =
        ScreenSaverWatch.start(bus.place(), this::after, c -> heard.add(c.name()))) {
      assertFalse(watch.toString().isEmpty());
      for (String locker : List.of("freedesktop", "gnome", "xfce")) {
        String signal = "org." + locker + ".ScreenSaver.ActiveChanged";
        bus.emit("/any/path", signal, "false");
        bus.emit("/org/" + locker + "/ScreenSaver", signal, "true");
        hears("SCREEN_LOCK");
      }
      assertTrue(heard.isEmpty());
    }
  }

  @Test
  void withoutABusOrLogindThereIsQuiet() {
    BusAddress none = new BusAddress(Optional.empty());
    LogindWatch.start(none, Map.of(), this::delay, this::after, c -> heard.add(c.name())).close();
    ScreenSaverWatch.start(none, this::after, c -> heard.add(c.name())).close();
    assertTrue(waits.isEmpty());
    watch().close();
    assertEquals(List.of("called off"), List.copyOf(heard));
  }

  private void tryAgain() throws InterruptedException {
    later.poll(10, TimeUnit.SECONDS).run();
  }

  private Duration nextWait() throws InterruptedException {
    return waits.poll(10, TimeUnit.SECONDS);
  }

  /** Nobody would tell of a lock; whoever sits there unlocks again. */
  @Test
  void whenTheBusGoesAwayThePersonCountsAsGoneAndIsWatchedAgainOnceItIsBack() throws Exception {
    FakeLogind logind = new FakeLogind(bus.connect());
    try (SessionWatch watch = watch()) {
      assertFalse(watch.toString().isEmpty());
      hears("delayed");
      bus.close();
      hears("may sleep");
      hears("WATCH_LOST");
      assertEquals(Duration.ofSeconds(1), nextWait());
      logind.close();

      tryAgain();
      assertEquals(Duration.ofSeconds(2), nextWait());
      bus = PrivateBus.start(folder);
      try (FakeLogind back = new FakeLogind(bus.connect())) {
        tryAgain();
        hears("delayed");
        back.lock(FakeLogind.SESSION);
        hears("SCREEN_LOCK");
        bus.close();
        hears("may sleep");
        hears("WATCH_LOST");
        assertEquals(Duration.ofSeconds(1), nextWait());
      }
    }
    hears("called off");
  }

  @Test
  void aLockThatCameWhileTheBusWasAwayIsHeardAfterwards() throws Exception {
    FakeLogind logind = new FakeLogind(bus.connect());
    try (SessionWatch watch = watch()) {
      assertFalse(watch.toString().isEmpty());
      hears("delayed");
      bus.close();
      hears("may sleep");
      hears("WATCH_LOST");
      logind.close();
      bus = PrivateBus.start(folder);
      Map<String, Boolean> facts = Map.of("Active", true, "LockedHint", true);
      try (FakeLogind back = new FakeLogind(bus.connect(), facts)) {
        assertFalse(back.isRemote());
        tryAgain();
        hears("delayed");
        hears("SCREEN_LOCK");
      }
    }
  }

  @Test
  @RequiresProgram("gdbus")
  void screenLockersAreHeardAgainOnceTheBusIsBack() throws Exception {
    try (SessionWatch watch =
        ScreenSaverWatch.start(bus.place(), this::after, c -> heard.add(c.name()))) {
      assertFalse(watch.toString().isEmpty());
      bus.close();
      hears("WATCH_LOST");
      bus = PrivateBus.start(folder);
      tryAgain();
      // Until it listens, nobody hears.
      do {
        bus.emit("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "true");
      } while (heard.poll(100, TimeUnit.MILLISECONDS) == null);
    }
  }

  @Test
  void theWaitsGrowToAMinute() throws Exception {
    BusAddress none = new BusAddress(Optional.of("unix:path=" + folder.resolve("none")));
    try (SessionWatch watch = ScreenSaverWatch.start(none, this::after, c -> heard.add(c.name()))) {
      assertFalse(watch.toString().isEmpty());
      for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
        assertEquals(Duration.ofSeconds(seconds), nextWait());
        tryAgain();
      }
    }
    assertEquals(List.of("called off"), List.copyOf(heard));
  }

  /** The lock is as long as the process that holds it, and that ends with its input. */
  @Test
  void theDelayEndsWithItsProcess() throws Exception {
    Path said = folder.resolve("said");
    List<String> command = List.of("sh", "-c", "cat; echo over > " + said);
    SleepDelay.Held held = SleepDelay.hold(command);
    assertFalse(said.toFile().exists());
    held.close();
    held.close();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!said.toFile().exists() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertTrue(said.toFile().exists());
    SleepDelay.hold(List.of("/no/such/program")).close();
  }
}
