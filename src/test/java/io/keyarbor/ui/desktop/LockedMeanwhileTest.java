package io.keyarbor.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who leaves the computer while the vault is being opened comes back to the unlock window. */
class LockedMeanwhileTest {
  @TempDir Path folder;
  private final AtomicInteger toLock = new AtomicInteger(1);
  private final AtomicInteger entered = new AtomicInteger();
  private DesktopStage app;
  private Vault vault;

  @BeforeEach
  void prepare() throws Exception {
    vault = TestVaults.vault(folder.resolve("state"));
    vault.onState(state -> {
      if (state == VaultState.UNLOCKING && toLock.getAndDecrement() > 0) {
        vault.lock();
      }
    });
    Companion counting =
        new Companion() {
          @Override
          public void unlocked(Opened open) {
            entered.incrementAndGet();
          }
        };
    app = new DesktopStage(folder).over(vault).accompanied(controls -> List.of(counting));
  }

  @AfterEach
  void close() {
    app.close();
    vault.lock();
  }

  private void asksForThePasswordAndOpensWithIt() {
    app.person.waitUntil(
        () -> toLock.get() == 0 && vault.state() == VaultState.LOCKED, "it was not locked");
    app.person.see("Unlock");
    Stagehand.onFx(() -> null);
    assertEquals(0, entered.get());
    app.person.fill("Master password", DesktopStage.PASSWORD);
    app.person.press("Enter");
    app.person.see("#search");
    assertEquals(1, entered.get());
  }

  @Test
  void anUnlockThatALockOvertakesEndsAtTheUnlockWindow() throws Exception {
    Files.delete(app.vaultFile);
    toLock.set(0);
    try (var key = TestVaults.key(DesktopStage.PASSWORD)) {
      vault.create(app.vaultFile, "Mine", key);
    }
    vault.lock();
    toLock.set(1);
    app.locked();
    app.person.fill("Master password", DesktopStage.PASSWORD);
    app.person.press("Enter");
    asksForThePasswordAndOpensWithIt();
  }

  @Test
  void aVaultThatIsLockedWhileItIsMadeIsThereAndAsksForItsPassword() {
    app.open();
    app.person.click("Create a vault");
    app.person.fill("#password", DesktopStage.PASSWORD);
    app.person.fill("#again", DesktopStage.PASSWORD);
    app.person.click("Create vault");
    asksForThePasswordAndOpensWithIt();
  }
}
