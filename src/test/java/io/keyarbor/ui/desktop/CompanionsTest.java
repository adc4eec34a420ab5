package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A companion that fails harms no other. */
class CompanionsTest {
  private final List<String> seen = new ArrayList<>();
  private final List<RuntimeException> failures = new ArrayList<>();

  @Test
  void theOthersAreToldThoughOneFails() {
    RuntimeException broken = new IllegalStateException("broken");
    Companion failing =
        new Companion() {
          @Override
          public void locked() {
            throw broken;
          }

          @Override
          public boolean staysWithoutWindow() {
            throw broken;
          }
        };
    Companion guard =
        new Companion() {
          @Override
          public void locked() {
            seen.add("locked");
          }

          @Override
          public boolean staysWithoutWindow() {
            return true;
          }
        };
    Companions all = new Companions(List.of(failing, guard), failures::add);

    all.each(Companion::locked);

    assertEquals(List.of("locked"), seen);
    assertEquals(List.of(broken), failures);
    assertTrue(all.stayWithoutWindow());
  }
}
