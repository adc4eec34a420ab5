package io.keyarbor.platform.tray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.dbus.BusAddress;
import io.keyarbor.platform.dbus.PrivateBus;
import io.keyarbor.platform.dbus.SessionBus;
import io.keyarbor.probe.engine.RequiresProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The icon on a real bus, with panels that come, go, and take icons without showing them. */
@RequiresProgram("dbus-daemon")
@Timeout(60)
class StatusItemTrayTest {
  private static final TrayFace<String> FACE =
      new TrayFace<>(
          List.of(new Picture(2, new int[] {0xFF102030, 0, 0, 0x80FFFFFF})),
          "2 of 14 fail",
          List.of(
              TrayItem.of("Search…", "search"),
              TrayItem.line(),
              TrayItem.menu("DB_ADMIN", List.of(TrayItem.of("Copy Password", "copy"))),
              TrayItem.words("Nothing else")));

  @TempDir private Path folder;
  private PrivateBus bus;
  private SessionBus session;
  private Tray<String> tray;
  private final Heard heard = new Heard();

  @BeforeEach
  void start() throws Exception {
    bus = new PrivateBus(folder);
    session = bus.session();
    tray = new StatusItemTray<>(session, heard);
  }

  @AfterEach
  void stop() {
    tray.close();
    session.close();
    bus.close();
  }

  /** All that was asked of the bus before is done. */
  private void settle() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    session.run(b -> done.countDown());
    assertTrue(done.await(30, TimeUnit.SECONDS));
  }

  private Panel panel(boolean showing) throws Exception {
    return new Panel(bus.guest(), showing);
  }

  @Test
  void withoutASessionNothingIsShownAndNothingFails() {
    Heard alone = new Heard();
    try (SessionBus none = new SessionBus(BusAddress.session(Map.of()));
        SessionBus dead =
            new SessionBus(new BusAddress(Optional.of("unix:path=" + folder.resolve("none"))));
        Tray<String> one = new StatusItemTray<>(none, alone);
        Tray<String> two = new StatusItemTray<>(dead, alone)) {
      one.show(FACE);
      two.show(FACE);

      assertFalse(one.isShown() || two.isShown());
    }
    assertTrue(alone.isSilent());
  }

  @Test
  void withoutAPanelTheIconIsNotShownUntilOneComesAndAgainWhenItGoes() throws Exception {
    tray.show(FACE);
    settle();
    assertFalse(tray.isShown());

    Panel panel = panel(true).appear();
    assertEquals("shown", heard.next());
    assertTrue(tray.isShown());
    panel.vanish();
    assertEquals("gone", heard.next());
    panel.appear();
    assertEquals("shown", heard.next());
  }

  @Test
  void aListThatNobodyShowsIsNoTray() throws Exception {
    Panel panel = panel(false).appear();
    tray.show(FACE);
    settle();
    assertEquals(1, panel.items().size());
    assertFalse(tray.isShown());

    panel.show(true);
    assertEquals("shown", heard.next());
    panel.show(false);
    assertEquals("gone", heard.next());
  }

  @Test
  void anIconThatThePanelDropsIsNotShown() throws Exception {
    Panel panel = panel(true).appear();
    tray.show(FACE);
    assertEquals("shown", heard.next());
    panel.drop();

    assertEquals("gone", heard.next());
  }

  @Test
  void theIconIsGoneWithTheBus() throws Exception {
    panel(true).appear();
    tray.show(FACE);
    assertEquals("shown", heard.next());
    bus.die();

    assertEquals("gone", heard.next());
    assertFalse(tray.isShown());
  }

  @Test
  void anIconThatIsTakenAwayIsNotShown() throws Exception {
    Panel panel = panel(true).appear();
    tray.show(FACE);
    assertEquals("shown", heard.next());
    tray.close();

    assertEquals("gone", heard.next());
    settle();
    DBusConnection other = bus.guest();
    assertFalse(List.of(other.getNames()).contains(panel.items().getFirst()));
  }

  @Test
  void choosingInTheMenuIsToldByEveryWayThatPanelsHave() throws Exception {
    Panel panel = panel(true).appear();
    tray.show(FACE);
    assertEquals("shown", heard.next());
    DbusMenu menu =
        bus.guest().getRemoteObject(panel.items().getFirst(), MenuObject.PATH, DbusMenu.class);
    UInt32 now = new UInt32(0);
    menu.event(1, "opened", new Variant<>(""), now);
    menu.event(1, "clicked", new Variant<>(""), now);
    assertEquals("chosen search", heard.next());
    List<Integer> missing =
        menu.eventGroup(
            List.of(
                new DbusMenu.Happening(4, "clicked", new Variant<>(0), now),
                new DbusMenu.Happening(99, "clicked", new Variant<>(0), now)));
    assertEquals("chosen copy", heard.next());
    assertEquals(List.of(99), missing);
    menu.event(5, "clicked", new Variant<>(""), now);
    StatusNotifier.Item item =
        bus.guest()
            .getRemoteObject(
                panel.items().getFirst(), StatusNotifier.ITEM_PATH, StatusNotifier.Item.class);
    item.activate(1, 1);

    assertEquals("pressed", heard.next());
  }

  @Test
  @RequiresProgram("gdbus")
  void otherProgramsReadTheIconAndTheMenuAsTheSpecificationsSay() throws Exception {
    Panel panel = panel(true).appear();
    tray.show(FACE);
    assertEquals("shown", heard.next());
    String name = panel.items().getFirst();

    assertEquals(
        "(uint32 1, (0, {'children-display': <'submenu'>, 'label': <''>, 'enabled': <true>},"
            + " [<(1, {'label': <'Search…'>, 'enabled': <true>}, @av [])>,"
            + " <(2, {'type': <'separator'>}, @av [])>,"
            + " <(3, {'children-display': <'submenu'>, 'label': <'DB__ADMIN'>, 'enabled': <true>},"
            + " [<(4, {'label': <'Copy Password'>, 'enabled': <true>}, @av [])>])>,"
            + " <(5, {'label': <'Nothing else'>, 'enabled': <false>}, @av [])>]))",
        call(name, MenuObject.PATH, DbusMenu.NAME + ".GetLayout", "0", "-1", "[]"));
    assertEquals(
        "(<[(2, 2, [byte 0xff, 0x10, 0x20, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,"
            + " 0x80, 0xff, 0xff, 0xff])]>,)",
        property(name, "IconPixmap"));
    assertEquals("(<('', @a(iiay) [], 'Keyarbor', '2 of 14 fail')>,)", property(name, "ToolTip"));
    assertEquals("(<objectpath '/MenuBar'>,)", property(name, "Menu"));
    assertEquals(
        "(<uint32 3>,)",
        call(
            name,
            MenuObject.PATH,
            "org.freedesktop.DBus.Properties.Get",
            DbusMenu.NAME,
            "Version"));
  }

  private String property(String name, String property) throws Exception {
    return call(
        name,
        StatusNotifier.ITEM_PATH,
        "org.freedesktop.DBus.Properties.Get",
        "org.kde.StatusNotifierItem",
        property);
  }

  private String call(String name, String path, String method, String... arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("gdbus", "call", "--address", bus.address(), "--dest", name));
    command.addAll(List.of("--object-path", path, "--method", method, "--"));
    command.addAll(List.of(arguments));
    Process gdbus = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(gdbus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, gdbus.waitFor(), said);
    return said.strip();
  }

  @Test
  void aNumberNeverComesToMeanAnotherItem() {
    MenuTable<String> first = new MenuTable<String>().with(FACE.menu());
    MenuTable<String> second =
        first.with(
            List.of(
                TrayItem.of("Unlock…", "open"),
                TrayItem.menu("DB_ADMIN", List.of(TrayItem.of("Copy Token", "token")))));
    MenuTable<String> third = second.with(FACE.menu());

    assertEquals(Optional.of("copy"), first.choice(4));
    assertEquals(Optional.empty(), second.choice(1));
    assertEquals(Optional.empty(), second.choice(4));
    assertEquals(Optional.empty(), third.choice(4), "it was forgotten in between");
    assertEquals(second.find(3).orElseThrow().item().label(), "DB_ADMIN", "the same words");
    assertEquals(2, second.revision());
  }

  @Test
  void numbersFollowWhatIsMeantWhenTwoShortenedNamesLookAlike() {
    String name = "x".repeat(39) + "…";
    TrayItem<String> one = TrayItem.menu(name, List.of(TrayItem.of("Copy Password", "one")));
    TrayItem<String> two = TrayItem.menu(name, List.of(TrayItem.of("Copy Password", "two")));
    MenuTable<String> before =
        new MenuTable<String>()
            .with(List.of(one, two, TrayItem.of(name, "three"), TrayItem.of(name, "four")));
    MenuTable<String> after =
        before.with(List.of(two, one, TrayItem.of(name, "four"), TrayItem.of(name, "three")));

    assertEquals(Optional.of("one"), before.choice(2));
    assertEquals(Optional.of("two"), before.choice(4));
    for (int number : List.of(2, 4, 5, 6)) {
      assertEquals(before.choice(number), after.choice(number), "number " + number);
    }
    MenuTable<String> without = after.with(List.of(two, TrayItem.of(name, "four")));
    assertEquals(Optional.empty(), without.choice(2), "its credential is gone");
    assertEquals(Optional.of("two"), without.choice(4));
    assertEquals(Optional.empty(), without.choice(5));
  }

  @Test
  void whatIsLockedIsNotOnTheBusEvenWhileTheBusIsBusy() throws Exception {
    Panel panel = panel(true).appear();
    tray.show(FACE);
    assertEquals("shown", heard.next());
    CountDownLatch busy = new CountDownLatch(1);
    session.run(b -> {
      try {
        busy.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    try {
      tray.show(new TrayFace<>(FACE.icon(), "Locked", List.of(TrayItem.of("Unlock…", "open"))));
      String name = panel.items().getFirst();
      DBusConnection other = bus.guest();
      DbusMenu menu = other.getRemoteObject(name, MenuObject.PATH, DbusMenu.class);

      assertEquals(
          List.of(6),
          menu.groupProperties(List.of(1, 2, 3, 4, 5, 6), List.of()).stream()
              .map(p -> p.id)
              .toList());
    } finally {
      busy.countDown();
    }
  }

  @Test
  void twoItemsWithTheSameWordsHaveTheirOwnNumbers() {
    MenuTable<String> table =
        new MenuTable<String>().with(List.of(TrayItem.of("A", "one"), TrayItem.of("A", "two")));

    assertEquals(Optional.of("one"), table.choice(1));
    assertEquals(Optional.of("two"), table.choice(2));
  }

  @Test
  void aPictureKeepsItsPixels() {
    int[] pixels = {0xFF102030};
    Picture picture = new Picture(1, pixels);
    pixels[0] = 0;

    assertArrayEquals(new byte[] {(byte) 0xFF, 0x10, 0x20, 0x30}, picture.bytes());
  }
}
