package io.keyarbor.platform.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.probe.engine.RequiresProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch hears what logind and screen lockers say on a real bus. */
@RequiresProgram("dbus-daemon")
class SessionWatchTest {
  @TempDir Path folder;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
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

  private SessionWatch watch() {
    return LogindWatch.start(
        bus.place(), Map.of("XDG_SESSION_ID", "7"), this::delay, c -> heard.add(c.name()));
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
    try (SessionWatch watch = ScreenSaverWatch.start(bus.place(), c -> heard.add(c.name()))) {
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
  void withoutABusOrLogindThereIsQuiet() throws DBusException {
    BusAddress none = new BusAddress(Optional.of("unix:path=" + folder.resolve("none")));
    LogindWatch.start(none, Map.of(), this::delay, c -> heard.add(c.name())).close();
    ScreenSaverWatch.start(none, c -> heard.add(c.name())).close();
    assertTrue(heard.isEmpty());
    watch().close();
    assertEquals(List.of("delayed", "may sleep"), List.copyOf(heard));
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
