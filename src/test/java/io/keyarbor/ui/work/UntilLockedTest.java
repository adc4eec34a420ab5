package io.keyarbor.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.testkit.AtOnce;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Nothing of a vault is shown after it was locked. */
class UntilLockedTest {
  private final List<Object> told = new ArrayList<>();
  private final UntilLocked background = new UntilLocked(new AtOnce());

  private <T> void run(Callable<T> work) {
    background.run(work, told::add, told::add);
  }

  @Test
  void resultsAreToldUntilTheLock() {
    run(() -> "before");
    run(() -> {
      background.end();
      return "late";
    });
    assertEquals(List.of("before"), told);
  }

  @Test
  void aSecretThatComesTooLateIsWiped() {
    Secret bare = TestVaults.secret("visibly-fake");
    Secret held = TestVaults.secret("visibly-fake");
    background.end();
    run(() -> bare);
    run(() -> Optional.of(held));
    run(() -> null);
    assertEquals(List.of(), told);
    assertThrows(IllegalStateException.class, bare::copy);
    assertThrows(IllegalStateException.class, held::copy);
  }

  @Test
  void aFailureIsToldUnlessItIsTheLockItself() {
    VaultException lost = new VaultException.Unanswered();
    background.end();
    run(() -> {
      throw new VaultException.Locked();
    });
    run(() -> {
      throw lost;
    });
    assertEquals(List.of(lost), told);
  }
}
