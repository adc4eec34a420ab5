package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.VaultState;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window needs is there for as long as the window is, and no longer. */
class ClosedWindowTest {
  private static final int MOST_COLLECTIONS = 50;

  @TempDir Path folder;

  /** In a method of its own, so that this thread's stack holds nothing of it. */
  private WeakReference<Desktop> used() throws IOException {
    try (DesktopStage app = new DesktopStage(folder)) {
      app.unlocked();
      app.person.click("OpenAI Research");
      app.person.press("Ctrl+K");
      app.person.see("#palette-search");
      app.person.press("Esc");
      app.person.press("Ctrl+N");
      app.person.see("#service-github");
      app.person.press("Esc");
      return new WeakReference<>(app.desktop);
    }
  }

  private static void collect() {
    Stagehand.onFx(() -> null);
    System.gc();
  }

  @Test
  void nothingKeepsAClosedWindow() throws Exception {
    WeakReference<Desktop> closed = used();
    // The platform holds on to the window that had the focus last.
    Stagehand other = Stagehand.show(Stagehand.onFx(StackPane::new), 100, 100);
    try {
      for (int i = 0; i < MOST_COLLECTIONS && closed.get() != null; i++) {
        collect();
      }
      assertNull(closed.get(), "something keeps it");
    } finally {
      other.close();
    }
  }

  @Test
  void theWatchForAnIdlePersonOutlivesACollection() throws Exception {
    try (DesktopStage app = new DesktopStage(folder)) {
      app.settings.change(s -> s.withAutoLockMinutes(5));
      app.unlocked();
      collect();
      collect();
      app.time.pass(Duration.ofMinutes(4));
      // A window that was not there before the collection.
      app.person.press("Ctrl+K");
      app.person.see("#palette-search");
      app.person.type("p");
      app.time.pass(Duration.ofMinutes(4));
      assertEquals(VaultState.UNLOCKED, app.vault.state());
      app.time.pass(Duration.ofMinutes(1));
      app.person.see("Master password");
    }
  }
}
