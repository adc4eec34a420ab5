package io.keyarbor.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayTest {
  @Test
  void saysInOneLineWhatIsMissing() {
    String none = Display.whyNot("Linux", Map.of("DISPLAY", ""), library -> true).orElseThrow();
    assertTrue(none.contains("DISPLAY"));
    assertFalse(none.contains("\n"));
    String noGtk = Display.whyNot("Linux", Map.of("DISPLAY", ":0"), library -> false).orElseThrow();
    assertTrue(noGtk.contains("libgtk-3-0"));
    assertFalse(noGtk.contains("\n"));
  }

  @Test
  void findsNothingMissingWhereAWindowCanBeShown() {
    assertEquals(
        Optional.empty(), Display.whyNot("Linux", Map.of("DISPLAY", ":0"), library -> true));
    assertEquals(Optional.empty(), Display.whyNot("Windows 11", Map.of(), library -> false));
  }

  @Test
  void looksForTheLibraryThatJavaFxLoads() {
    Optional<String> told =
        Display.whyNot("Linux", Map.of("DISPLAY", ":0"), "libgtk-3.so.0"::equals);
    assertEquals(Optional.empty(), told);
  }
}
