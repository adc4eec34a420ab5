package io.keyarbor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.probe.engine.RequiresProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no vault: templates, generate, completions, manual pages and help. */
class ToolsStoryTest {
  private static final String TEMPLATE =
      """
      {
        "service_type": "acme", "display_name": "Acme", "category": "code",
        "required_fields": [{"name": "token", "type": "password"}]%s
      }
      """;

  @TempDir Path folder;
  private CommandLineHarness harness;

  @BeforeEach
  void vault() {
    harness = new CommandLineHarness(folder);
  }

  @Test
  void templatesAreListedAndShown() {
    assertTrue(harness.run("templates", "list").out().contains("proxmox"));
    String form = harness.run("templates", "show", "proxmox").out();
    assertTrue(form.contains("auth_method=api_token"), form);
    assertTrue(form.contains("api_token|password"), form);
    assertTrue(
        harness.run("templates", "show", "proxmox", "--json").out().contains("\"secret\":true"));
    assertEquals(ExitCode.NOT_FOUND, harness.run("templates", "show", "proxmix").code());
  }

  @Test
  void aTemplateIsCheckedBeforeItIsTaken() throws Exception {
    Files.writeString(folder.resolve("good.json"), TEMPLATE.formatted(""));
    Files.writeString(folder.resolve("bad.json"), TEMPLATE.formatted(",\n  \"colour\": 1"));
    Files.writeString(folder.resolve("worse.json"), "{\n  \"service_type\": \n}");
    Ran lint = harness.run("templates", "lint", "bad.json", "worse.json");
    assertEquals(ExitCode.FAILED, lint.code());
    assertTrue(lint.out().contains("bad.json:4: /colour: found the key"), lint.out());
    assertTrue(lint.out().contains("worse.json:3: found no well-formed JSON"), lint.out());
    assertEquals(ExitCode.NOT_FOUND, harness.run("templates", "lint", "none.json").code());

    Path taken = folder.resolve("config/keyarbor/templates/acme.json");
    assertEquals(ExitCode.FAILED, harness.run("templates", "add", "bad.json").code());
    assertFalse(Files.exists(taken));
    assertEquals(ExitCode.DONE, harness.run("templates", "add", "good.json").code());
    assertTrue(Files.exists(taken));
    assertEquals(ExitCode.FAILED, harness.run("templates", "add", "good.json").code());
    assertEquals(ExitCode.DONE, harness.run("templates", "add", "--replace", "good.json").code());
  }

  @Test
  void passwordsFollowTheRules() {
    assertTrue(harness.run("generate").out().matches("[!-~]{24}"));
    Ran plain =
        harness.run("generate", "--length", "60", "--no-symbols", "--no-look-alikes", "--no-upper");
    assertTrue(plain.out().matches("[a-km-z34679]{60}"), plain.out());
    assertTrue(plain.err().matches("About 2\\^\\d+ guesses.\n"), plain.err());
    assertTrue(harness.run("generate", "--words").out().matches("([a-z-]+-){5}[a-z-]+"));
    Ran phrase = harness.run("generate", "--words=4", "--separator", ".", "--capitals");
    assertTrue(phrase.out().matches("([A-Z][a-z-]*\\.){3}[A-Z][a-z-]*"), phrase.out());
    assertTrue(phrase.err().contains("2^51"), phrase.err());
    assertEquals(ExitCode.USAGE, harness.run("generate", "--length", "3").code());
    assertEquals(ExitCode.USAGE, harness.run("generate", "--words=2").code());
    assertTrue(harness.run("generate", "--json").out().contains("\"bits\":"));
  }

  @Test
  void helpOfEveryCommandHasExamples() {
    Keyarbor.commandLine(
            harness.context(new ScriptedTerminal(new byte[0], Optional.empty())), Optional.empty())
        .getSubcommands()
        .forEach((name, command) -> {
          Ran help = harness.run(name, "--help");
          assertEquals(ExitCode.DONE, help.code(), name);
          var spec = command.getCommandSpec();
          boolean needsNone = spec.usageMessage().hidden() || !spec.subcommands().isEmpty();
          assertTrue(needsNone || help.out().contains("Examples:"), name);
          assertFalse(help.out().contains("${"), help.out());
        });
  }

  private String says(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private Path script(String shell) throws Exception {
    return Files.writeString(folder.resolve("completion"), harness.run("completion", shell).out());
  }

  @Test
  @RequiresProgram("bash")
  void bashCompletes() throws Exception {
    String said =
        says(
            "bash",
            "-c",
            "source \"$1\"; COMP_WORDS=(keyarbor ge); COMP_CWORD=1; _complete_keyarbor;"
                + " echo \"${COMPREPLY[@]}\"",
            "-",
            script("bash").toString());
    assertEquals("generate get\n", said);
  }

  @Test
  @RequiresProgram("zsh")
  void zshTakesTheScript() throws Exception {
    String said =
        says(
            "zsh",
            "-fc",
            "autoload -U compinit && compinit -D; source \"$1\"; print ${_comps[keyarbor]}",
            "-",
            script("zsh").toString());
    assertTrue(said.contains("_complete_keyarbor") || said.contains("_bash_complete"), said);
  }

  @Test
  @RequiresProgram("fish")
  void fishCompletes() throws Exception {
    Path script = script("fish");
    String ask = "source $argv[1]; complete -C $argv[2]";
    String commands = says("fish", "-N", "-c", ask, script.toString(), "keyarbor ge");
    assertEquals(List.of("generate", "get"), words(commands));
    assertEquals(
        List.of("list", "lint"),
        words(says("fish", "-N", "-c", ask, script.toString(), "keyarbor templates li")).stream()
            .sorted((a, b) -> b.compareTo(a))
            .toList());
    String options = says("fish", "-N", "-c", ask, script.toString(), "keyarbor get --ot");
    assertEquals(List.of("--otp"), words(options));
    String values = says("fish", "-N", "-c", ask, script.toString(), "keyarbor list --status inv");
    assertEquals(List.of("invalid"), words(values));
  }

  private static List<String> words(String lines) {
    return lines.lines().map(line -> line.split("\t", -1)[0]).toList();
  }

  @Test
  @RequiresProgram("groff")
  void manualPagesAreWellFormed() throws Exception {
    ShareFiles.write(
        harness.context(new ScriptedTerminal(new byte[0], Optional.empty())), folder.resolve("s"));
    try (Stream<Path> pages = Files.list(folder.resolve("s/man/man1"))) {
      List<Path> all = pages.sorted().toList();
      assertTrue(all.size() > 15, all.toString());
      for (Path page : all) {
        assertEquals("", says("groff", "-man", "-ww", "-z", "-Tutf8", page.toString()));
      }
    }
    String page =
        says(
            "groff",
            "-man",
            "-Tascii",
            "-P-cbou",
            folder.resolve("s/man/man1/keyarbor-get.1") + "");
    assertTrue(page.contains("keyarbor get [OPTION]..."), page);
    assertTrue(page.contains("--otp"), page);
    assertTrue(page.contains("EXIT STATUS"), page);
  }
}
