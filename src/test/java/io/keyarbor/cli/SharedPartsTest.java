package io.keyarbor.cli;

import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.cli.Output.Cell;
import io.keyarbor.cli.Output.Tone;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands share: where secrets come from, how names are found, what a terminal is shown. */
class SharedPartsTest {
  @TempDir Path folder;
  private CommandLineHarness harness;

  @BeforeEach
  void vault() {
    harness = new CommandLineHarness(folder);
  }

  private ScriptedTerminal terminal(String piped) {
    return new ScriptedTerminal(piped.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private String read(ScriptedTerminal terminal, String source) throws Exception {
    try (Secret read =
        new SecretInput(harness.context(terminal)).read(source, "the field api_key")) {
      return text(read);
    }
  }

  @Test
  void aPipedSecretLosesTheLineBreakThatEchoAdds() throws Exception {
    assertEquals("fake", read(terminal("fake\n"), "-"));
    assertEquals("fake", read(terminal("fake\r\n"), "-"));
    assertEquals("fake ", read(terminal("fake "), "-"));
    assertEquals("two\nlines\n", read(terminal("two\nlines\n"), "-"));
  }

  @Test
  void onlyOneSecretCanBePipedIn() throws Exception {
    SecretInput input = new SecretInput(harness.context(terminal("fake")));
    input.read("-", "one").close();
    CommandFault fault = assertThrows(CommandFault.class, () -> input.read("-", "another"));
    assertEquals(ExitCode.USAGE, fault.exitCode());
  }

  @Test
  void aSecretThatOthersCanReadWorksWithAWarning() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "fake-key\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    ScriptedTerminal open = terminal("");
    assertEquals("fake-key", read(open, "@key"));
    assertTrue(open.told().contains("chmod 600"), open.told());

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    ScriptedTerminal closed = terminal("");
    assertEquals("fake-key", read(closed, "@key"));
    assertEquals("", closed.told());

    ScriptedTerminal argument = terminal("");
    assertEquals("fake-key", read(argument, "fake-key"));
    assertTrue(argument.told().contains("given as an argument"), argument.told());
    assertFalse(argument.told().contains("fake-key"));
  }

  @Test
  void nothingAndTooMuchAreRefused() {
    assertThrows(CommandFault.class, () -> read(terminal("\n"), "-"));
    assertThrows(CommandFault.class, () -> read(terminal("x".repeat(1_000_001)), "-"));
  }

  @Test
  void aCredentialIsFoundByItsWholeNameOrItsId() {
    harness.inVault(session -> {
      var added = session.credentials().add(TestVaults.details("OpenAI Prod"), Map.of());
      CredentialLookup lookup = new CredentialLookup(session);
      assertEquals(added.id(), lookup.get("openai prod").id());
      assertEquals(added.id(), lookup.get(added.id().value().toString()).id());
      CommandFault part = assertThrows(CommandFault.class, () -> lookup.get("OpenAI"));
      assertEquals(ExitCode.NOT_FOUND, part.exitCode());
      assertTrue(part.getMessage().contains("Did you mean “OpenAI Prod”?"), part.getMessage());
      session.credentials().moveToTrash(List.of(added.id()));
      CommandFault gone = assertThrows(CommandFault.class, () -> lookup.get("OpenAI Prod"));
      assertTrue(gone.getMessage().contains("in the trash"), gone.getMessage());
      assertEquals(added.id(), lookup.inTrash("OpenAI Prod").id());
      return null;
    });
  }

  @Test
  void nearNamesAreFewAndTheNearestComesFirst() {
    List<String> names = List.of("Grafana", "Grafana Lab", "GitHub", "GitLab", "OpenAI");
    assertEquals(List.of("Grafana", "Grafana Lab"), NearNames.of("grafana", names));
    assertEquals(List.of("GitHub", "GitLab"), NearNames.of("githab", names));
    assertEquals(List.of(), NearNames.of("kubernetes", names));
    assertEquals("", NearNames.hint("kubernetes", names));
  }

  @Test
  void aTableIsFittedAndDoesNothingToTheTerminal() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new Table(
            List.of("NAME", "STATUS"),
            List.of(
                List.of(Cell.of("東京 key"), new Cell("Connected", Tone.GOOD)),
                List.of(Cell.of("evil\033[2J\nname"), Cell.of("")),
                List.of(Cell.of("a"), Cell.of("b"))))
        .print(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
    assertEquals(
        """
        NAME           STATUS
        東京 key       Connected
        evil·[2J·name
        a              b
        """,
        printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsOneLineInAPipeAndLaidOutOnATerminal() {
    ScriptedTerminal pipe = terminal("");
    new Output(harness.context(pipe))
        .json(json -> {
          json.writeStartObject();
          json.writeStringProperty("name", "é \"x\"");
          json.writeEndObject();
        });
    assertEquals("{\"name\":\"é \\\"x\\\"\"}\n", pipe.printed());
    ScriptedTerminal screen = new ScriptedTerminal(new byte[0], Optional.of(List.of()));
    new Output(harness.context(screen))
        .json(json -> {
          json.writeStartObject();
          json.writeStringProperty("name", "x");
          json.writeEndObject();
        });
    assertEquals("{\n  \"name\" : \"x\"\n}\n", screen.printed());
  }

  @Test
  void whatDoesNotFitIsToldWithoutRepeatingASecret() {
    var option = harness.run("--secrets=fake-secret");
    assertEquals(ExitCode.USAGE, option.code());
    assertTrue(option.err().contains("There is no option --secrets here."), option.err());
    assertFalse(option.err().contains("fake-secret"));
    List<String> secrets =
        List.of("-fake1-secret", "--Fake1secret", "--is\nfake1", "fake1", "Fake1=x");
    for (String argument : secrets) {
      for (Ran ran : List.of(harness.run(argument), harness.run("list", argument))) {
        assertEquals(ExitCode.USAGE, ran.code());
        assertFalse(ran.err().toLowerCase(Locale.ROOT).contains("fake1"), ran.err());
      }
    }
    assertTrue(harness.run("list", "--srevice=x").err().contains("Did you mean “--service”?"));
    var command = harness.run("gett");
    assertEquals(ExitCode.USAGE, command.code());
    assertTrue(command.err().contains("There is no command “gett”."), command.err());
    assertEquals(ExitCode.USAGE, harness.run().code());
    assertEquals(ExitCode.DONE, harness.run("--help").code());
    assertEquals("keyarbor 0.1.0\n", harness.run("--version").out());
  }
}
