package io.keyarbor.agent;

import static io.keyarbor.vault.TestVaults.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who leaves the computer while the vault is being unlocked does not find it open. */
class LockWhileUnlockingTest {
  @TempDir Path folder;
  private Place place;

  @BeforeEach
  void make() {
    place = Place.withVault(folder);
  }

  @AfterEach
  void end() {
    place.close();
  }

  private Session unlock(Vault vault) {
    try (var key = key(Place.PASSWORD)) {
      return vault.unlock(place.file(), key, false);
    }
  }

  /** Locks once, in the middle of the next unlock. */
  private static void lockInTheMiddle(Vault vault) {
    AtomicBoolean once = new AtomicBoolean();
    vault.onState(state -> {
      if (state == VaultState.UNLOCKING && once.compareAndSet(false, true)) {
        vault.lock();
      }
    });
  }

  private void staysLockedAndOpensTheNextTime(Vault vault) {
    lockInTheMiddle(vault);
    Session session = unlock(vault);
    assertTrue(session.isLocked());
    assertEquals(VaultState.LOCKED, vault.state());
    assertEquals(Optional.empty(), vault.session());

    assertFalse(unlock(vault).isLocked());
    assertEquals(VaultState.UNLOCKED, vault.state());
    vault.lock();
  }

  @Test
  void theVaultOfThisProcessStaysLocked() {
    staysLockedAndOpensTheNextTime(TestVaults.vault(place.folders().state()));
  }

  @Test
  void theVaultThatIsServedStaysLocked() {
    staysLockedAndOpensTheNextTime(place.program());
    assertFalse(Files.exists(place.socket()));
  }

  @Test
  void theVaultThatIsJoinedIsLockedForAll() {
    SharedVault owner = place.unlocked();
    SharedVault window = place.program();
    lockInTheMiddle(window);
    assertTrue(unlock(window).isLocked());
    assertEquals(VaultState.LOCKED, window.state());
    assertTrue(owner.session().isEmpty());
  }

  /** Who only closes their window while it joins locks nobody else out. */
  @Test
  void whoLeavesWhileJoiningLocksNobodyElse() {
    SharedVault owner = place.unlocked();
    SharedVault window = place.program();
    window.onState(state -> {
      if (state == VaultState.UNLOCKING) {
        window.leave();
      }
    });
    unlock(window);
    assertEquals(VaultState.LOCKED, window.state());
    assertTrue(owner.session().isPresent());
    owner.lock();
  }

  @Test
  void whoLeavesWhileUnlockingLeavesNothingOpen() {
    SharedVault window = place.program();
    window.onState(state -> {
      if (state == VaultState.UNLOCKING) {
        window.leave();
      }
    });
    assertTrue(unlock(window).isLocked());
    assertEquals(VaultState.LOCKED, window.state());
    assertFalse(Files.exists(place.socket()));
  }

  /** A vault that is locked before it was open is never told to be open. */
  @Test
  void nobodyIsToldThatItIsOpen() {
    for (Vault vault : List.of(TestVaults.vault(place.folders().state()), place.program())) {
      List<VaultState> told = new ArrayList<>();
      vault.onState(told::add);
      lockInTheMiddle(vault);
      unlock(vault);
      assertEquals(List.of(VaultState.UNLOCKING, VaultState.LOCKED), told);
    }
  }
}
