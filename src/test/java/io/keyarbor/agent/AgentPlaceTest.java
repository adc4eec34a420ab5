package io.keyarbor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.platform.Folders;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an agent is looked for. */
class AgentPlaceTest {
  @TempDir Path folder;

  private Folders folders(Optional<Path> runtime) {
    return new Folders(
        folder.resolve("data"), folder.resolve("config"), folder.resolve("state"), runtime);
  }

  @Test
  void oneVaultHasOnePlaceByWhateverNameItIsCalled() throws IOException {
    Folders folders = folders(Optional.of(folder.resolve("run")));
    Path file = Files.createFile(folder.resolve("vault"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    AgentPlace place = AgentPlace.of(folders, file);
    assertEquals(place, AgentPlace.of(folders, link));
    assertEquals(place, AgentPlace.of(folders, folder.resolve("x/../vault")));
    assertNotEquals(place, AgentPlace.of(folders, folder.resolve("other")));
    assertEquals(folder.resolve("run/agent"), place.socket().getParent());
    assertTrue(place.socket().getFileName().toString().matches("[0-9a-f]{32}\\.sock"));
  }

  @Test
  void withoutARuntimeFolderItLiesWithTheState() {
    assertEquals(
        folder.resolve("state/agent"),
        AgentPlace.of(folders(Optional.empty()), folder.resolve("v")).socket().getParent());
  }

  @Test
  void aPathTooLongForASocketIsToldWithWhatToDo() {
    Path deep = folder.resolve("a".repeat(60)).resolve("b".repeat(60));
    AgentPlace place = AgentPlace.of(folders(Optional.of(deep)), folder.resolve("v"));
    var refused = assertThrows(VaultException.Refused.class, place::prepare);
    assertTrue(refused.getMessage().contains("103 bytes"), refused.getMessage());
    assertTrue(refused.getMessage().contains("Set XDG_RUNTIME_DIR"), refused.getMessage());
  }
}
