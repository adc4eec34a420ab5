package io.keyarbor.platform.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.dbus.PrivateBus;
import io.keyarbor.platform.dbus.SessionBus;
import io.keyarbor.probe.engine.RequiresProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Notifications over a real bus, with servers of different abilities. */
@RequiresProgram("dbus-daemon")
@Timeout(60)
class BusNotifierTest {
  @TempDir private Path folder;
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private PrivateBus bus;
  private SessionBus session;
  private BusNotifier notifier;

  @BeforeEach
  void start() throws Exception {
    bus = new PrivateBus(folder);
    session = bus.session();
    notifier = new BusNotifier(session);
  }

  @AfterEach
  void stop() {
    session.close();
    bus.close();
  }

  private DBusConnection server(String... abilities) throws Exception {
    DBusConnection guest = bus.guest();
    guest.exportObject(new Server(List.of(abilities)));
    guest.requestBusName(Notifications.NAME);
    return guest;
  }

  private String next() throws InterruptedException {
    String next = seen.poll(30, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  @Test
  void aNotificationIsShownPressedAndTakenBack() throws Exception {
    DBusConnection server = server("actions", "body-markup");
    notifier.tell("“A & B” ends soon", "Make <one>", () -> seen.add("pressed"));
    assertEquals(
        "Keyarbor: “A & B” ends soon / Make &lt;one&gt; / [default, Keyarbor] / transient", next());
    server.sendMessage(new Notifications.ActionInvoked(Notifications.PATH, new UInt32(7), "other"));
    server.sendMessage(
        new Notifications.ActionInvoked(Notifications.PATH, new UInt32(99), "default"));
    server.sendMessage(
        new Notifications.ActionInvoked(Notifications.PATH, new UInt32(7), "default"));
    assertEquals("pressed", next());
    notifier.takeBack();

    assertEquals("taken 7", next());
  }

  @Test
  void oneThatIsRefusedDoesNotKeepTheOthersFromBeingTakenBack() throws Exception {
    server();
    for (String title : List.of("One", "Two", "Three")) {
      notifier.tell(title, "", () -> {});
      next();
    }
    refusals.set(1);
    notifier.takeBack();
    List<String> taken = List.of(next(), next(), next());

    assertTrue(taken.getFirst().startsWith("refused "), taken.toString());
    assertEquals(
        Set.of("7", "8", "9"),
        taken.stream().map(t -> t.split(" ", -1)[1]).collect(Collectors.toSet()));
    assertTrue(taken.stream().skip(1).allMatch(t -> t.startsWith("taken ")), taken.toString());
  }

  @Test
  void whatAServerCannotDoIsNotAskedOfIt() throws Exception {
    server("body");
    notifier.tell("Title", "a < b", () -> {});

    assertEquals("Keyarbor: Title / a < b / [] / transient", next());
  }

  @Test
  void withoutAServerNothingHappensAndALaterOneIsFound() throws Exception {
    notifier.tell("Nobody sees this", "", () -> {});
    session.run(b -> seen.add("tried"));
    assertEquals("tried", next());
    server();
    notifier.tell("Somebody sees this", "", () -> {});

    assertEquals("Keyarbor: Somebody sees this /  / [] / transient", next());
  }

  private final class Server implements Notifications {
    private final List<String> abilities;
    private final AtomicInteger next = new AtomicInteger(7);

    Server(List<String> abilities) {
      this.abilities = abilities;
    }

    @Override
    public List<String> capabilities() {
      return abilities;
    }

    @Override
    public UInt32 show(
        String app,
        UInt32 replaces,
        String icon,
        String title,
        String text,
        List<String> actions,
        Map<String, Variant<?>> hints,
        int timeout) {
      String history =
          Boolean.TRUE.equals(hints.get("transient").getValue()) ? "transient" : "kept";
      seen.add(app + ": " + title + " / " + text + " / " + actions + " / " + history);
      return new UInt32(next.getAndIncrement());
    }

    @Override
    public void take(UInt32 number) {
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        seen.add("refused " + number);
        throw new DBusExecutionException("no such notification");
      }
      seen.add("taken " + number);
    }

    @Override
    public String getObjectPath() {
      return Notifications.PATH;
    }
  }
}
