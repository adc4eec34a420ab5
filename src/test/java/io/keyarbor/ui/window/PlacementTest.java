package io.keyarbor.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.window.Placement.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window opens where it was, and always where it can be seen. */
class PlacementTest {
  private static final Area LAPTOP = new Area(0, 0, 1280, 770);
  private static final Area BESIDE = new Area(1280, -200, 1920, 1080);

  @TempDir Path folder;

  @Property(tries = 300)
  void wherEverItWasAllOfItIsOnOneScreen(
      @ForAll @DoubleRange(min = -9000, max = 9000) double x,
      @ForAll @DoubleRange(min = -9000, max = 9000) double y,
      @ForAll @DoubleRange(min = -10, max = 9000) double width,
      @ForAll @DoubleRange(min = -10, max = 9000) double height) {
    Placement placed =
        new Placement(x, y, width, height, false).within(List.of(LAPTOP, BESIDE), 720, 480);
    assertTrue(List.of(LAPTOP, BESIDE).stream().anyMatch(s -> holds(s, placed)), "" + placed);
    assertTrue(placed.width() >= 720 && placed.height() >= 480, "" + placed);
  }

  private static boolean holds(Area screen, Placement placed) {
    double slack = 1e-6;
    return placed.x() >= screen.x() - slack
        && placed.y() >= screen.y() - slack
        && placed.x() + placed.width() <= screen.x() + screen.width() + slack
        && placed.y() + placed.height() <= screen.y() + screen.height() + slack;
  }

  @Test
  void whatFitsStaysAndASmallScreenMakesItSmall() {
    Placement there = new Placement(1400, 0, 1200, 760, true);
    assertEquals(there, there.within(List.of(LAPTOP, BESIDE), 720, 480));
    Area tiny = new Area(0, 20, 640, 400);
    assertEquals(new Placement(0, 20, 640, 400, true), there.within(List.of(tiny), 720, 480));
  }

  @Test
  void eachArrangementOfScreensHasItsOwn() throws IOException {
    PlacementFile file = new PlacementFile(folder.resolve("state/windows.json"));
    String alone = Placement.arrangement(List.of(LAPTOP));
    String both = Placement.arrangement(List.of(LAPTOP, BESIDE));
    assertEquals(both, Placement.arrangement(List.of(BESIDE, LAPTOP)));
    Placement here = new Placement(1.5, 2, 800, 600, false);
    Placement there = new Placement(1400, -100, 1200, 760, true);
    assertEquals(Optional.empty(), file.find(alone));
    file.remember(alone, here);
    file.remember(both, there);
    assertEquals(Optional.of(here), file.find(alone));
    assertEquals(Optional.of(there), file.find(both));
    Path path = folder.resolve("state/windows.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    for (int i = 0; i < 20; i++) {
      file.remember("screens " + i, here);
    }
    assertFalse(file.find(alone).isPresent(), "old ones are forgotten");
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(path, java.util.Arrays.copyOf(whole, length));
      file.find(alone);
      file.remember(alone, here);
      assertEquals(Optional.of(here), file.find(alone));
    }
    Files.writeString(path, "{\"" + alone + "\": [1e99, 0, 1, 1, false]}");
    assertEquals(Optional.empty(), file.find(alone));
  }

  @Test
  void aWindowComesBackWhereItWasLeft() {
    PlacementFile file = new PlacementFile(folder.resolve("windows.json"));
    Stagehand.onFx(() -> {
      Stage first = shown(file);
      first.setX(40);
      first.setY(30);
      first.setWidth(700);
      first.setHeight(500);
      first.hide();
      Stage second = shown(file);
      assertEquals(List.of(40.0, 30.0), List.of(second.getX(), second.getY()));
      assertEquals(List.of(700.0, 500.0), List.of(second.getWidth(), second.getHeight()));
      second.setMaximized(true);
      second.hide();
      Stage third = shown(file);
      assertTrue(third.isMaximized());
      third.hide();
      return null;
    });
  }

  private static Stage shown(PlacementFile file) {
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(), 300, 200));
    WindowMemory.keep(stage, file);
    stage.show();
    return stage;
  }
}
