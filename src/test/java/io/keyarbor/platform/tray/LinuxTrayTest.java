package io.keyarbor.platform.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.HandWoundTimer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of two ways a desktop of Linux takes, and that it is one at a time. */
class LinuxTrayTest {
  private static final TrayFace<String> FACE = new TrayFace<>(List.of(), "words", List.of());

  private final List<OneWay> ways = new ArrayList<>();
  private final HandWoundTimer timer = new HandWoundTimer();
  private final Heard heard = new Heard();
  private final Tray<String> tray = new LinuxTray<>(heard, this::way, this::way, timer);

  private Tray<String> way(TrayListener<String> listener) {
    OneWay made = new OneWay(listener);
    ways.add(made);
    return made;
  }

  @Test
  void thePanelOfTodayIsEnough() throws Exception {
    tray.show(FACE);
    ways.getFirst().setShown(true);
    timer.pass(LinuxTray.PATIENCE);

    assertEquals(1, ways.size());
    assertTrue(tray.isShown());
    assertEquals("shown", heard.next());
  }

  @Test
  void whereNoneTakesTheIconTheOldWayIsTried() throws Exception {
    tray.show(FACE);
    timer.pass(LinuxTray.PATIENCE);
    assertEquals(2, ways.size());
    assertEquals(FACE, ways.get(1).face);
    assertFalse(tray.isShown());
    ways.get(1).setShown(true);

    assertTrue(tray.isShown());
    assertEquals("shown", heard.next());
  }

  @Test
  void aPanelOfTodayThatComesLaterTakesOverAndNobodyHearsOfAGap() throws Exception {
    tray.show(FACE);
    timer.pass(LinuxTray.PATIENCE);
    ways.get(1).setShown(true);
    assertEquals("shown", heard.next());
    ways.getFirst().setShown(true);

    assertTrue(ways.get(1).closed);
    assertTrue(tray.isShown());
    assertTrue(heard.isSilent());
  }

  @Test
  void whenTheLastOneGoesThatIsTold() throws Exception {
    tray.show(FACE);
    ways.getFirst().setShown(true);
    assertEquals("shown", heard.next());
    ways.getFirst().setShown(false);

    assertEquals("gone", heard.next());
    timer.pass(LinuxTray.PATIENCE);
    assertEquals(2, ways.size(), "the old way is tried again");
  }

  @Test
  void afterTheEndNothingIsTried() {
    tray.show(FACE);
    tray.close();
    timer.pass(LinuxTray.PATIENCE);

    assertEquals(1, ways.size());
    assertTrue(ways.getFirst().closed);
  }

  private static final class OneWay implements Tray<String> {
    private final TrayListener<String> listener;
    private TrayFace<String> face;
    private boolean shown;
    private boolean closed;

    OneWay(TrayListener<String> listener) {
      this.listener = listener;
    }

    void setShown(boolean now) {
      shown = now;
      listener.shown(now);
    }

    @Override
    public void show(TrayFace<String> next) {
      face = next;
    }

    @Override
    public boolean isShown() {
      return shown;
    }

    @Override
    public void close() {
      closed = true;
      if (shown) {
        setShown(false);
      }
    }
  }
}
