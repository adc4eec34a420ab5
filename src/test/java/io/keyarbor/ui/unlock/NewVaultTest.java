package io.keyarbor.ui.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewVaultTest {
  @Test
  void theProposedFileIsNamedAfterTheVaultAndStaysInItsFolder() {
    Path folder = Path.of("/data");
    assertEquals(folder.resolve("personal.keyarbor"), NewVault.proposal(folder, "Personal"));
    assertEquals(folder.resolve("my-keys.keyarbor"), NewVault.proposal(folder, " My  keys! "));
    assertEquals(folder.resolve("größe.keyarbor"), NewVault.proposal(folder, "Größe"));
    for (String name : List.of("", "..", "../../etc/passwd", "/etc/passwd", "a\0b", "-")) {
      assertEquals(folder, NewVault.proposal(folder, name).normalize().getParent(), name);
    }
  }

  @Test
  void eachFaultOfANewVaultIsToldInTurn() {
    assertTrue(NewVault.fault(" ", 20, 4, true).orElseThrow().contains("name"));
    assertTrue(NewVault.fault("x", 0, 0, true).orElseThrow().contains("Choose a master password"));
    assertTrue(NewVault.fault("x", 8, 1, true).orElseThrow().contains("too easy"));
    assertTrue(NewVault.fault("x", 20, 4, false).orElseThrow().contains("not the same"));
    assertEquals(Optional.empty(), NewVault.fault("x", 20, 2, true));
  }
}
