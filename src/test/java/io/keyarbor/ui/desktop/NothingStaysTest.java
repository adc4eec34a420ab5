package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.VaultState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fails while the vault is locked, nothing of it stays to be seen or pasted. */
class NothingStaysTest {
  @TempDir Path folder;
  private final AtomicInteger locked = new AtomicInteger();
  private DesktopStage app;

  @BeforeEach
  void copyASecret() throws Exception {
    Companion companion =
        new Companion() {
          @Override
          public void locked() {
            locked.incrementAndGet();
          }
        };
    app = new DesktopStage(folder).accompanied(controls -> List.of(companion)).unlocked();
    app.person.click("OpenAI Research");
    app.person.press("Ctrl+C");
    app.person.see("OpenAI Research copied; cleared in 30 s");
    locked.set(0);
    app.failAtTheEnd();
  }

  private void nothingStays() {
    assertEquals(VaultState.LOCKED, app.state());
    assertFalse(Stagehand.onFx(() -> Clipboard.getSystemClipboard().hasString()));
    assertEquals(1, locked.get());
    assertTrue(app.journal().lines().stream().anyMatch(line -> line.contains("FAILED")));
  }

  @Test
  void afterALock() {
    app.person.press("Ctrl+L");
    app.person.see("Master password");
    app.person.waitUntil(() -> app.state() == VaultState.LOCKED, "the vault is not locked");
    assertFalse(app.person.sees("#search"));
    nothingStays();
    app.close();
  }

  @Test
  void afterTheWindowIsClosed() {
    app.close();
    nothingStays();
  }
}
