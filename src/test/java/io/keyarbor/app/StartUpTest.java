package io.keyarbor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot show its window ends, says so, and stands in no later start's way. */
class StartUpTest {
  private static final int PATIENCE = 60;

  @TempDir Path home;

  private static String rest(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** An installation whose welcome cannot be read. */
  private Path damaged() throws IOException {
    Path folder = home.resolve("damaged");
    Path welcome = folder.resolve("io/keyarbor/ui/unlock/WelcomeController.fxml");
    Files.createDirectories(welcome.getParent());
    Files.writeString(welcome, "<half");
    return folder;
  }

  @Test
  @Timeout(120)
  void aStartWhoseWindowFailsEndsAndTheNextOneWorks() throws Exception {
    Process failing = StartChild.start(home, Optional.of(damaged()));
    // Its input stays open: it is to end by itself.
    String said = rest(failing.getErrorStream());
    assertTrue(failing.waitFor(PATIENCE, TimeUnit.SECONDS));
    assertEquals(1, failing.exitValue(), said);
    assertTrue(said.contains("Keyarbor cannot start."), said);
    assertEquals("", rest(failing.getInputStream()));

    Process next = StartChild.start(home, Optional.empty());
    try {
      assertEquals("shown", next.inputReader(StandardCharsets.UTF_8).readLine());
      Process later = StartChild.start(home, Optional.empty());
      assertEquals("told\n", rest(later.getInputStream()));
      assertTrue(later.waitFor(PATIENCE, TimeUnit.SECONDS));
    } finally {
      next.getOutputStream().close();
      assertTrue(next.waitFor(PATIENCE, TimeUnit.SECONDS));
    }
    assertEquals(0, next.exitValue());
  }

  @Test
  @Timeout(120)
  void whyItDoesNotStartIsSaidInAWindow() throws Exception {
    Process refused = StartChild.start(home, Optional.empty(), "Another one is silent.");
    assertEquals("Keyarbor cannot start: Another one is silent.\n", rest(refused.getInputStream()));
    assertTrue(refused.waitFor(PATIENCE, TimeUnit.SECONDS));
    assertEquals(1, refused.exitValue());
  }
}
