package io.keyarbor.app;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.agent.SharedVault;
import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.app.Shell.Ran;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.probe.engine.RequiresRoot;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process: what it is given, what it lets others see, and how it ends. */
@EnabledOnOs(OS.LINUX)
class AgentProcessTest {
  private final String password = "pw-" + UUID.randomUUID();
  private final String secret = "secret-" + UUID.randomUUID();
  @TempDir Path folder;
  private Shell shell;
  private Path vault;
  private Path passwordFile;

  @BeforeEach
  void make() throws IOException {
    shell = new Shell(folder);
    vault = shell.vault(password);
    passwordFile = Files.writeString(folder.resolve("password"), password + "\n");
  }

  @AfterEach
  void end() {
    shell.agent(vault).ifPresent(RemoteSession::lock);
    shell.close();
  }

  private ProcessHandle unlock() throws Exception {
    Ran unlocked = shell.run("unlock", "--password-file", passwordFile.toString());
    assertEquals(new Ran(0, "", "Unlocked.\n"), unlocked);
    try (RemoteSession agent = shell.agent(vault).orElseThrow()) {
      return ProcessHandle.of(agent.status().pid()).orElseThrow();
    }
  }

  @Test
  @RequiresRoot
  void oneUnlockServesEveryCommandUntilItIsLockedAndShowsNoSecret() throws Exception {
    Ran locked = shell.run("status");
    assertEquals(3, locked.code(), locked.err());
    assertEquals(vault + ": locked\n", locked.out());

    ProcessHandle agent = unlock();
    try (RemoteSession session = shell.agent(vault).orElseThrow()) {
      session.credentials().add(details("there"), secrets("token", secret));
    }
    assertEquals(new Ran(0, secret + "\n", ""), trimmed(shell.run("get", "there/token")));
    isKnownToNobody(agent);
    assertEquals("", heapOf(agent), "nothing of it stays with the agent");

    assertEquals(new Ran(0, "", "Locked.\n"), shell.run("lock"));
    agent.onExit().get(30, TimeUnit.SECONDS);
    assertEquals(List.of(), sockets());
  }

  private static Ran trimmed(Ran ran) {
    return new Ran(ran.code(), ran.out().strip() + "\n", ran.err());
  }

  /** Which of the secrets a dump of the agent's objects holds. */
  private String heapOf(ProcessHandle agent) throws Exception {
    Path dump = folder.resolve("agent.hprof");
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process dumping =
        new ProcessBuilder(
                jcmd.toString(), Long.toString(agent.pid()), "GC.heap_dump", dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("jcmd").toFile())
            .start();
    assertEquals(0, dumping.waitFor());
    byte[] heap = Files.readAllBytes(dump);
    Files.delete(dump);
    assertTrue(
        holds(heap, "keyarbor-timer", StandardCharsets.ISO_8859_1), "what is there is found");
    StringBuilder found = new StringBuilder();
    for (String marker : List.of(password, secret)) {
      for (Charset form : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
        if (holds(heap, marker, form)) {
          found.append("found ").append(marker).append(" as ").append(form);
        }
      }
    }
    return found.toString();
  }

  private static boolean holds(byte[] heap, String marker, Charset form) {
    // One byte for each character, so that positions are the same.
    String text = new String(heap, StandardCharsets.ISO_8859_1);
    return text.contains(new String(marker.getBytes(form), StandardCharsets.ISO_8859_1));
  }

  private void isKnownToNobody(ProcessHandle agent) throws IOException {
    Path proc = Path.of("/proc", Long.toString(agent.pid()));
    String seen = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
    assertFalse(seen.contains(password));
    assertTrue(seen.contains("agent\0--vault\0" + vault), seen);
    String environment = Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1);
    assertFalse(environment.contains(password));
    assertFalse(environment.contains("environment-of-others"), environment);
    for (String stream : List.of("0", "1", "2")) {
      assertEquals(
          Path.of("/dev/null"), Files.readSymbolicLink(proc.resolve("fd").resolve(stream)));
    }
    // pid (name) state parent group session
    assertTrue(
        Files.readString(proc.resolve("stat")).matches("(?s)(\\d+) \\(.*\\) . \\d+ \\d+ \\1 .*"),
        "a session of its own");
    assertTrue(
        Files.readString(proc.resolve("limits"))
            .lines()
            .anyMatch(line -> line.matches("Max core file size +0 +0 .*")),
        "no core dump");
    assertEquals("root", Files.getOwner(proc.resolve("mem")).getName(), "memory is private");
  }

  @Test
  void endedBySignalItLeavesNothingAndKilledItBlocksNobody() throws Exception {
    ProcessHandle agent = unlock();
    assertEquals(new Ran(0, "", "It is unlocked already.\n"), shell.run("unlock"));
    agent.destroy();
    agent.onExit().get(30, TimeUnit.SECONDS);
    assertEquals(List.of(), sockets());

    ProcessHandle killed = unlock();
    killed.destroyForcibly();
    killed.onExit().get(30, TimeUnit.SECONDS);
    assertEquals(1, sockets().size(), "it could not clean up");
    assertEquals(Optional.empty(), shell.agent(vault));
    Ran status = shell.run("status");
    assertEquals(3, status.code(), status.err());
  }

  private List<Path> sockets() throws IOException {
    try (var files = Files.list(AgentPlace.of(shell.folders(), vault).socket().getParent())) {
      return files.toList();
    }
  }

  @Test
  void aWrongPasswordOrNobodyToAskIsToldAndNothingStaysBehind() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "not it\n");
    Ran refused = shell.run("unlock", "--password-file", wrong.toString());
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("The password or the key file is not right."), refused.err());
    Ran alone = shell.run("unlock");
    assertEquals(3, alone.code());
    assertTrue(alone.err().contains("--password-file"), alone.err());
    assertEquals(Optional.empty(), shell.agent(vault));
    // The file is not in use by anything.
    var local = TestVaults.vault(shell.folders().state());
    try (var key = TestVaults.key(password)) {
      local.unlock(vault, key, false);
    }
    local.lock();
  }

  @Test
  void aCommandThatFindsAnAgentLoadsNoDatabaseAndNoWindow() throws Exception {
    Path classes = folder.resolve("classes");
    try (SystemTimer timer = new SystemTimer()) {
      SharedVault shared =
          new SharedVault(
              TestVaults.vault(shell.folders().state()), shell.folders(), timer, () -> {});
      try (var key = TestVaults.key(password)) {
        shared
            .unlock(vault, key, false)
            .credentials()
            .add(details("there"), secrets("token", secret));
      }
      Ran got = shell.run(List.of("-Xlog:class+load:file=" + classes), "get", "there/token");
      assertEquals(secret, got.out().strip(), got.err());
      shared.lock();
    }
    List<String> loaded = Files.readAllLines(classes);
    assertTrue(loaded.stream().anyMatch(line -> line.contains("agent.client.RemoteSession")));
    for (String room :
        List.of(" org.h2.", " javafx.", ".storage.", ".vault.local.", " org.bouncy")) {
      assertEquals(
          List.of(), loaded.stream().filter(line -> line.contains(room)).limit(3).toList(), room);
    }
  }
}
