package io.keyarbor.agent;

import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment, agent and clients lose nothing that was said to be saved. */
class KilledTest {
  private final Random random = new Random();
  private final List<Process> children = new ArrayList<>();
  @TempDir Path folder;
  private Place place;

  @BeforeEach
  void make() {
    place = Place.withVault(folder);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process child : children) {
      child.destroyForcibly().waitFor();
    }
    place.close();
  }

  private BufferedReader child(String mode, String name) throws IOException {
    Process child = AgentChild.start(mode, folder, name);
    children.add(child);
    return child.inputReader(StandardCharsets.UTF_8);
  }

  @Test
  void anAgentKilledWhileTwoProgramsWriteLosesNothingAndBlocksNobody() throws Exception {
    List<String> saved = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      BufferedReader agent = child("agent", "");
      assertEquals("serves", agent.readLine(), "what the one before left is no obstacle");
      Process process = children.getLast();
      BufferedReader first = child("writer", "a" + round + "-");
      BufferedReader second = child("writer", "b" + round + "-");
      for (int i = 0; i < 3 + random.nextInt(20); i++) {
        saved.add(first.readLine());
        saved.add(second.readLine());
      }
      process.destroyForcibly().waitFor();
      saved.addAll(rest(first));
      saved.addAll(rest(second));
      assertTrue(Files.exists(place.socket()), "a killed agent leaves its socket");
      assertEquals(Optional.empty(), place.program().join(place.file()));
    }
    assertHolds(saved);
  }

  /** What was saved until the writer was told of the end. */
  private static List<String> rest(BufferedReader writer) throws IOException {
    List<String> saved = new ArrayList<>();
    for (String line = writer.readLine(); line != null; line = writer.readLine()) {
      if (line.startsWith("ended: ")) {
        assertTrue(List.of("ended: Unanswered", "ended: Locked").contains(line), line);
      } else {
        saved.add(line);
      }
    }
    return saved;
  }

  @Test
  void killedClientsLoseNothingAndTheAgentGoesOn() throws Exception {
    SharedVault owner = place.unlocked();
    List<String> saved = new ArrayList<>();
    BufferedReader first = child("writer", "a");
    BufferedReader second = child("writer", "b");
    for (int i = 0; i < 3 + random.nextInt(20); i++) {
      saved.add(first.readLine());
      saved.add(second.readLine());
    }
    for (Process child : children) {
      child.destroyForcibly().waitFor();
    }
    try (var session = place.joined()) {
      assertTrue(session.credentials().all().size() >= saved.size());
    }
    owner.lock();
    assertHolds(saved);
  }

  private void assertHolds(List<String> saved) {
    SharedVault next = place.unlocked();
    Session session = next.session().orElseThrow();
    for (String name : saved) {
      Credential found = session.credentials().named(name).orElseThrow();
      try (Secret token = session.credentials().secret(found.id(), "token").orElseThrow()) {
        assertEquals(name, text(token));
      }
    }
    next.lock();
  }
}
