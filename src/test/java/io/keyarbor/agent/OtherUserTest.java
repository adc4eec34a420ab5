package io.keyarbor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.probe.engine.RequiresRoot;
import io.keyarbor.vault.VaultException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another user is refused by who they are, even where every folder and file is left open to them.
 * Needs to run as root, to be another user at all.
 */
@RequiresProgram("setpriv")
@RequiresRoot
class OtherUserTest {
  private static final String NOBODY = "65534";

  @TempDir Path folder;
  private Place place;

  @BeforeEach
  void openAllDoors() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path classes = Files.createDirectories(folder.resolve("classes/io/keyarbor/agent"));
    try (InputStream code = Stranger.class.getResourceAsStream("Stranger.class")) {
      Files.copy(code, classes.resolve("Stranger.class"));
    }
    place = Place.withVault(folder);
  }

  @AfterEach
  void end() {
    if (place != null) {
      place.close();
    }
  }

  private Process stranger(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            folder.resolve("classes").toString(),
            Stranger.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader lines(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  @Test
  void theAgentServesNoOtherUser() throws Exception {
    SharedVault owner = place.unlocked();
    for (Path above = place.socket().getParent();
        !above.equals(folder);
        above = above.getParent()) {
      Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Files.setPosixFilePermissions(place.socket(), PosixFilePermissions.fromString("rw-rw-rw-"));
    Process stranger = stranger("connect", place.socket().toString());
    String told = lines(stranger).readAllAsString();
    assertTrue(stranger.waitFor(30, TimeUnit.SECONDS));
    assertTrue(told.contains("This agent serves another user"), told);
    owner.lock();
  }

  @Test
  void aClientTrustsNoAgentOfAnotherUser() throws Exception {
    Path agents = place.socket().getParent();
    Files.createDirectories(agents);
    Files.setPosixFilePermissions(agents.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(agents, PosixFilePermissions.fromString("rwxrwxrwx"));
    Process stranger = stranger("listen", place.socket().toString());
    try (BufferedReader said = lines(stranger)) {
      assertEquals("listening", said.readLine());
      var refused = assertThrows(VaultException.Refused.class, place::joined);
      assertTrue(refused.getMessage().contains("runs as another user"), refused.getMessage());
      assertEquals("told:", said.readLine().strip(), "not even a hello");
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }
}
