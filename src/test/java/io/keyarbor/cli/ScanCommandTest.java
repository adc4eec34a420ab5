package io.keyarbor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys in source code and in the history of real git repositories. */
class ScanCommandTest {
  private static final String GITHUB = "ghp_" + "fake".repeat(9);
  private static final String SLACK = "xoxb-0123456789-0123456789-fakefakefake";

  @TempDir Path temp;
  private CommandLineHarness keyarbor;
  private Path work;

  @BeforeEach
  void prepare() throws IOException {
    keyarbor = new CommandLineHarness(temp.resolve("place"));
    work = Files.createDirectories(temp.resolve("place/work"));
  }

  private Path write(String name, String content) throws IOException {
    Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private void git(String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.com"));
    command.addAll(List.of(args));
    ProcessBuilder git = new ProcessBuilder(command).directory(work.toFile());
    git.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    git.redirectErrorStream(true).redirectOutput(temp.resolve("git.log").toFile());
    assertEquals(0, git.start().waitFor(), () -> String.join(" ", args));
  }

  private JsonNode hits(String... args) {
    List<String> all = new ArrayList<>(List.of("scan", "--json"));
    all.addAll(List.of(args));
    Ran ran = keyarbor.run(all.toArray(String[]::new));
    assertFalse((ran.out() + ran.err()).contains(GITHUB));
    return JsonMapper.shared().readTree(ran.out()).path("hits");
  }

  private static List<String> places(JsonNode hits) {
    return hits.valueStream()
        .map(h ->
            h.path("rule").asString()
                + " "
                + h.path("path").asString()
                + ":"
                + h.path("line").asInt())
        .toList();
  }

  @Test
  void findsKeysByTheirLooksAndPasswordsByTheirNames() throws IOException {
    write(
        "Main.java",
        """
        String a = "%s";
        String password = "hQ7!notrealZx90";
        String allowed = "%s"; // keyarbor:allow
        String passwordField = "password2Field";
        String url = "postgres://app:hunter2@db.example.com/x";
        String docs = "postgres://user:password@host/x", other = "https://${user}:${pass}@host/";
        String hash = "d41d8cd98f00b204e9800998ecf8427e";
        """
            .formatted(GITHUB, SLACK));
    write("app.yaml", "db:\n  password: 7Gv0notrealQ2xL\n  password_file: /run/secrets/db1\n");
    write(
        "key.pem",
        "-----BEGIN PRIVATE KEY-----\n" + "FAKE".repeat(40) + "\n-----END PRIVATE KEY-----\n");
    write(
        "reader.py",
        "if text.startswith('-----BEGIN PRIVATE KEY-----'): read('-----END PRIVATE KEY-----')\n");
    Files.write(work.resolve("picture.png"), ("\0" + GITHUB).getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        List.of(
            "service-key Main.java:1",
            "assigned-secret Main.java:2",
            "connection-url Main.java:5",
            "assigned-secret app.yaml:2",
            "private-key key.pem:1"),
        places(hits("work")));
    assertEquals(1, keyarbor.run("scan", "work").code());
    assertEquals(0, keyarbor.run("scan", "work/reader.py").code());
    assertEquals(4, keyarbor.run("scan", "nowhere").code());
  }

  @Test
  @RequiresProgram("git")
  void findsWhatWasDeletedRenamedOrIsOnAnotherBranch() throws Exception {
    git("init", "-q", "-b", "main");
    write("a.txt", "token: " + GITHUB + "\n");
    git("add", ".");
    git("commit", "-qm", "one");
    write("a.txt", "more\ntoken: " + GITHUB + "\n");
    git("commit", "-qam", "two");
    git("mv", "a.txt", "b.txt");
    git("commit", "-qm", "three");
    git("rm", "-q", "b.txt");
    git("commit", "-qm", "four");
    git("checkout", "-q", "-b", "side");
    write("ignored/.gitignore", "*.log\n");
    write("ignored/x.log", SLACK);
    write("s.txt", SLACK);
    git("add", ".");
    git("commit", "-qm", "five");

    assertEquals(List.of("service-key s.txt:1"), places(hits("work")));
    assertEquals(2, hits("--include-ignored", "work").size());
    JsonNode history = hits("--history", "work");
    assertEquals(
        List.of("service-key a.txt:1", "service-key b.txt:2", "service-key s.txt:1"),
        places(history).stream().sorted().toList());
    assertTrue(history.valueStream().allMatch(h -> h.path("commit").asString().length() == 40));
  }

  @Test
  @RequiresProgram("git")
  void looksAtTheStagedLinesAlone() throws Exception {
    git("init", "-q", "-b", "main");
    write("old.txt", SLACK + "\n");
    git("add", ".");
    git("commit", "-qm", "one");
    write("old.txt", SLACK + "\nharmless\n");
    write("näme with space.txt", "x\n" + GITHUB + "\n");
    write("unstaged.txt", GITHUB + "\n");
    git("add", "old.txt", "näme with space.txt");
    assertEquals(List.of("service-key näme with space.txt:2"), places(hits("--staged", "work")));
    git("commit", "-qm", "two");
    assertEquals(0, keyarbor.run("scan", "--staged", "work").code());
  }

  @Test
  void forgetsWhatABaselineHasAndKeepsNoSecretInIt() throws IOException {
    write("a.txt", GITHUB + "\n");
    assertEquals(
        0, keyarbor.run("scan", "--baseline", "known.json", "--write-baseline", "work").code());
    String baseline = Files.readString(temp.resolve("place/known.json"));
    assertFalse(baseline.contains("fakefake"));
    assertEquals(0, keyarbor.run("scan", "--baseline", "known.json", "work").code());
    write("a.txt", GITHUB + "\n" + SLACK + "\n");
    assertEquals(List.of("service-key a.txt:2"), places(hits("--baseline", "known.json", "work")));
    write("broken.json", "{}");
    assertEquals(1, keyarbor.run("scan", "--baseline", "work/broken.json", "work").code());
  }

  @Test
  void namesWhatTheVaultHasAndImportsTheRest() throws IOException {
    write("a.txt", GITHUB + "\n" + SLACK + "\n");
    keyarbor.inVault(session -> {
      try (var secret = TestVaults.secret(GITHUB)) {
        return session.credentials().add(TestVaults.details("Octo"), Map.of("token", secret));
      }
    });
    Ran ran = keyarbor.run("scan", "--known", "work");
    assertTrue(ran.out().contains("“Octo” of your vault"), ran.out());
    assertEquals(1, keyarbor.run("scan", "--import", "--yes", "work").code());
    assertEquals(2, keyarbor.inVault(s -> s.credentials().all().size()).intValue());
    keyarbor.run("scan", "--import", "--yes", "work");
    assertEquals(2, keyarbor.inVault(s -> s.credentials().all().size()).intValue());
  }

  @Test
  void writesSarifWithWhatTheStandardRequires() throws IOException {
    write("dir/a b.txt", GITHUB + "\n");
    keyarbor.run("scan", "--sarif", "report.sarif", "work");
    String text = Files.readString(temp.resolve("place/report.sarif"));
    assertFalse(text.contains(GITHUB));
    JsonNode root = JsonMapper.shared().readTree(text);
    assertEquals("2.1.0", root.path("version").asString());
    JsonNode run = root.path("runs").get(0);
    assertEquals("keyarbor", run.at("/tool/driver/name").asString());
    JsonNode result = run.path("results").get(0);
    assertFalse(result.at("/message/text").asString().isEmpty());
    int rule = result.path("ruleIndex").asInt();
    assertEquals(result.path("ruleId"), run.at("/tool/driver/rules").get(rule).path("id"));
    assertEquals(
        "dir/a%20b.txt",
        result.at("/locations/0/physicalLocation/artifactLocation/uri").asString());
    assertEquals(1, result.at("/locations/0/physicalLocation/region/startLine").asInt());
  }

  @Test
  void asksNobodyUnlessToldToAndSaysWhom() throws IOException {
    write("a.txt", GITHUB + "\n");
    Ran refused = keyarbor.typing(List.of("n"), "scan", "--verify", "work");
    assertTrue(refused.err().contains("Nothing was sent."), refused.err());
    assertEquals(2, keyarbor.run("scan", "--verify", "work").code());
  }
}
