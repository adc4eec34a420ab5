package io.keyarbor.cli;

import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.TestSchedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody keeps credentials from the command line: add, edit, test, delete, restore, move. */
class ChangingStoryTest {
  @TempDir Path folder;
  private CommandLineHarness harness;
  private KeyServer server;

  @BeforeEach
  void start() throws Exception {
    harness = new CommandLineHarness(folder);
    server = new KeyServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Credential named(String name) {
    return harness.inVault(session -> session.credentials().named(name).orElseThrow());
  }

  private String secret(String name, String field) {
    return harness.inVault(session -> {
      var id = session.credentials().named(name).orElseThrow().id();
      try (Secret value = session.credentials().secret(id, field).orElseThrow()) {
        return text(value);
      }
    });
  }

  private Ran addOpenAi(String name, String key, String... more) {
    String[] first = {
      "add",
      "openai",
      "--name",
      name,
      "--field",
      "base_url=" + server.address(),
      "--secret",
      "api_key=-"
    };
    String[] args = new String[first.length + more.length];
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return harness.piped(key + "\n").run(args);
  }

  @Test
  void addTestsAndKeepsWhatWasFound() {
    Ran ran = addOpenAi("AI", KeyServer.GOOD, "--tag", "prod", "--expires", "2030-01-31");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("Connected:"), ran.err());
    assertTrue(ran.err().endsWith("Added “AI”.\n"), ran.err());
    assertFalse(ran.err().contains(KeyServer.GOOD));
    assertEquals(KeyServer.GOOD, secret("AI", "api_key"));
    assertEquals(Set.of("prod"), named("AI").details().tags());
    assertEquals(Standing.VALID, Standing.of(named("AI").lastTest()));
  }

  @Test
  void aFailedTestWarnsAndBlocksNothing() {
    Ran ran = addOpenAi("Bad", "sk-fake-bad");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("Refused:"), ran.err());
    assertEquals(Standing.INVALID, Standing.of(named("Bad").lastTest()));
  }

  @Test
  void onlyWhatIsValidIsSavedIfThatIsWanted() {
    Ran ran = addOpenAi("Bad", "sk-fake-bad", "--only-valid", "--group", "New", "--create");
    assertEquals(ExitCode.INVALID, ran.code(), ran.err());
    assertEquals(ExitCode.NOT_FOUND, harness.run("get", "Bad").code());
    assertEquals("GROUP  CREDENTIALS\n", harness.run("group", "list").out());
  }

  @Test
  void addSendsNothingIfItIsToldNotTo() {
    assertEquals(ExitCode.DONE, addOpenAi("Quiet", "sk-fake", "--no-test").code());
    assertEquals(0, server.asked());
    assertEquals(Standing.UNTESTED, Standing.of(named("Quiet").lastTest()));
  }

  @Test
  void whatIsWrongIsToldAndNothingIsSaved() {
    Ran noKey = harness.run("add", "openai");
    assertEquals(ExitCode.USAGE, noKey.code());
    assertTrue(noKey.err().contains("API key is missing. (--secret api_key=-)"), noKey.err());
    Ran noService = harness.run("add", "openia");
    assertEquals(ExitCode.NOT_FOUND, noService.code());
    assertTrue(noService.err().contains("Did you mean “openai”?"), noService.err());
    Ran plainSecret = harness.run("add", "openai", "--field", "api_key=sk-fake-leak");
    assertEquals(ExitCode.USAGE, plainSecret.code());
    assertTrue(plainSecret.err().contains("is secret"), plainSecret.err());
    assertFalse(plainSecret.err().contains("sk-fake-leak"));
    Ran noField = harness.run("add", "openai", "--field", "organisation=x");
    assertTrue(noField.err().contains("Did you mean “organization”?"), noField.err());
    Ran noUrl = harness.run("add", "openai", "--field", "base_url=nowhere at all");
    assertEquals(ExitCode.USAGE, noUrl.code());
    Ran noDay = addOpenAi("X", "sk-fake", "--expires", "soon");
    assertEquals(ExitCode.USAGE, noDay.code());
    Ran noGroup = addOpenAi("X", "sk-fake", "--group", "Nowhere");
    assertEquals(ExitCode.NOT_FOUND, noGroup.code());
    assertEquals(0, server.asked());
    assertEquals(List.of(), harness.inVault(session -> session.credentials().all()));
  }

  @Test
  void atATerminalTheFormAsksStepByStep() {
    Ran ran =
        harness.typing(
            List.of("pve.invalid", "", "password", "fake-password"),
            "add",
            "proxmox",
            "--no-test",
            "--name",
            "Lab");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("User [root@pam]:"), ran.err());
    assertTrue(ran.err().contains("Authentication (api_token, password) [api_token]:"), ran.err());
    assertEquals("fake-password", secret("Lab", "password"));
    assertEquals("root@pam", named("Lab").details().fields().get("user"));
    assertFalse(ran.err().contains("fake-password"));
  }

  @Test
  void atATerminalASecretThatMustBeThereIsAskedForUntilItIs() {
    Ran ran =
        harness.typing(
            List.of("api_key", "", "", "sk-fake", ""),
            "add",
            "openai",
            "--no-test",
            "--name",
            "AI");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("API key is missing."), ran.err());
    assertEquals("sk-fake", secret("AI", "api_key"));
  }

  @Test
  void atATerminalWhatIsWrongIsAskedAgain() {
    Ran ran =
        harness.typing(
            List.of("wrong", "api_key", "not an address", server.address(), "sk-fake-bad", "n"),
            "add",
            "openai");
    assertEquals(ExitCode.INVALID, ran.code(), ran.err());
    assertTrue(ran.err().contains("should be one of"), ran.err());
    assertTrue(ran.err().contains("Save it all the same? [Y/n]"), ran.err());
    assertEquals(List.of(), harness.inVault(session -> session.credentials().all()));
  }

  @Test
  void editChangesWhatIsGivenAndLeavesTheRest() throws Exception {
    addOpenAi("AI", "sk-fake-old", "--no-test", "--tag", "a", "--notes", "kept");
    Path key = Files.writeString(folder.resolve("key"), KeyServer.GOOD);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Ran ran =
        harness.run(
            "edit",
            "ai",
            "--secret",
            "api_key=@key",
            "--name",
            "AI 2",
            "--tag",
            "b",
            "--untag",
            "A",
            "--test-every",
            "12h",
            "--favourite",
            "--trust-pin",
            "AB".repeat(32));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    Credential after = named("AI 2");
    assertEquals(KeyServer.GOOD, secret("AI 2", "api_key"));
    assertEquals(2, after.version());
    assertEquals(Standing.VALID, Standing.of(after.lastTest()));
    assertEquals(Set.of("b"), after.details().tags());
    assertEquals("kept", after.details().notes());
    assertTrue(after.details().favourite());
    assertEquals(new TestSchedule.Every(12), after.details().schedule());
    assertEquals(
        new TlsTrust.Pin(String.join(":", "AB".repeat(32).split("(?<=\\G..)"))),
        after.details().trust());
    assertEquals(server.address(), after.details().fields().get("base_url"));
  }

  @Test
  void editRefusesWhatItCannotUse() {
    addOpenAi("AI", "sk-fake", "--no-test");
    assertEquals(ExitCode.USAGE, harness.run("edit", "AI").code());
    assertEquals(ExitCode.NOT_FOUND, harness.run("edit", "BI", "--name", "x").code());
    Ran cleared = harness.run("edit", "AI", "--clear", "api_key", "--no-test");
    assertEquals(ExitCode.USAGE, cleared.code());
    assertTrue(cleared.err().contains("API key is missing."), cleared.err());
    Ran unknown = harness.run("edit", "AI", "--clear", "organisation", "--no-test");
    assertEquals(ExitCode.USAGE, unknown.code());
    assertTrue(unknown.err().contains("Did you mean “organization”?"), unknown.err());
    assertTrue(unknown.err().contains("auth_method, base_url"), unknown.err());
    Ran every = harness.run("edit", "AI", "--test-every", "0");
    assertTrue(every.err().contains("1 to 720 hours"), every.err());
    assertEquals(1, named("AI").revision());
  }

  @Test
  void whatIsDeletedCanBeRestoredUntilItIsPurged() {
    addOpenAi("AI", "sk-fake", "--no-test");
    assertEquals(ExitCode.DONE, harness.run("delete", "AI").code());
    assertEquals(ExitCode.NOT_FOUND, harness.run("get", "AI").code());
    assertEquals("Restored “AI”.\n", harness.run("restore", "AI").err());
    assertEquals("sk-fake", harness.run("get", "AI").out());
    assertEquals(ExitCode.FAILED, harness.typing(List.of("n"), "delete", "AI").code());
    assertEquals(ExitCode.DONE, harness.typing(List.of(""), "delete", "AI").code());
    assertEquals(ExitCode.USAGE, harness.run("delete", "--purge", "AI").code());
    assertEquals(ExitCode.FAILED, harness.typing(List.of(""), "delete", "--purge", "AI").code());
    assertEquals(ExitCode.DONE, harness.run("delete", "--purge", "--yes", "AI").code());
    assertEquals(ExitCode.NOT_FOUND, harness.run("restore", "AI").code());
  }

  @Test
  void groupsAreMadeMovedToAndRemoved() {
    addOpenAi("AI", "sk-fake", "--no-test");
    assertEquals(ExitCode.NOT_FOUND, harness.run("move", "AI", "Work/Lab").code());
    assertEquals(ExitCode.DONE, harness.run("move", "--create", "AI", "Work/Lab").code());
    assertEquals(ExitCode.DONE, harness.run("group", "rename", "work/lab", "A/B").code());
    assertEquals(
        """
        GROUP      CREDENTIALS
        Work       0
        Work/A\\/B  1
        """,
        harness.run("group", "list").out());
    assertEquals(ExitCode.DONE, harness.run("group", "delete", "Work/A\\/B").code());
    assertEquals("“AI” is at the top now.\n", harness.run("move", "AI", "/").err());
    assertEquals(ExitCode.USAGE, harness.run("group").code());
  }

  @Test
  void testTellsTheWorstByItsExitCode() {
    addOpenAi("Good", KeyServer.GOOD, "--no-test");
    assertEquals(ExitCode.USAGE, harness.run("test").code());
    Ran unsaved = harness.run("test", "--all", "--no-save");
    assertEquals(ExitCode.DONE, unsaved.code(), unsaved.err());
    assertEquals(Standing.UNTESTED, Standing.of(named("Good").lastTest()));
    assertEquals(ExitCode.DONE, harness.run("test", "good").code());
    assertEquals(Standing.VALID, Standing.of(named("Good").lastTest()));

    addOpenAi("Bad", "sk-fake-bad", "--no-test");
    Ran all = harness.run("test", "--all");
    assertEquals(ExitCode.INVALID, all.code());
    assertTrue(all.out().contains("Bad   Refused"), all.out());
    assertEquals("", all.err());
    assertTrue(harness.typing(List.of(), "test", "--all").err().contains("Tested 2 of 2"));
    server.close();
    Ran gone = harness.run("test", "Good", "--json");
    assertEquals(ExitCode.UNDECIDED, gone.code());
    assertTrue(gone.out().contains("\"reason\":\"unreachable\""), gone.out());
  }
}
