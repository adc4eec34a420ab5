package io.keyarbor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandChild.Ended;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs get a profile's values in their environment, and nothing is left when they end. */
class RunTest {
  private static final String KEY = "sk-FAKE-0123456789-Zürich-🔑";

  @TempDir static Path folder;
  private static CommandLineHarness vault;

  @BeforeAll
  static void fill() {
    vault = new CommandLineHarness(folder);
    add("OpenAI", "openai", Map.of("base_url", "https://api.example/v1"), "api_key", KEY);
    add(
        "Cluster",
        "kubernetes",
        Map.of("auth_method", "kubeconfig"),
        "kubeconfig",
        "apiVersion: v1\nFAKE\n");
    assertEquals(0, vault.run("profile", "create", "production").code());
    assertEquals(0, vault.run("profile", "add", "production", "OpenAI").code());
    assertEquals(0, vault.run("profile", "create", "cluster").code());
    assertEquals(0, vault.run("profile", "add", "cluster", "Cluster").code());
  }

  private static void add(
      String name, String service, Map<String, String> fields, String... secrets) {
    Details details =
        new Details(
            name,
            service,
            Optional.empty(),
            fields,
            Set.of(),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust());
    vault.inVault(session -> session.credentials().add(details, TestVaults.secrets(secrets)));
  }

  private static CommandChild keyarbor() throws IOException {
    return new CommandChild(vault);
  }

  @Test
  void theProgramGetsItsVariablesArgumentsAndStreamsAndItsCodeIsTheCode() throws Exception {
    Ended ended =
        keyarbor()
            .env("OPENAI_ORG_ID", "of another account")
            .env("KEPT", "as it was")
            .run(
                "run",
                "-p",
                "production",
                "--",
                "sh",
                "-c",
                "printf '%s|%s|%s|%s|%s' \"$OPENAI_API_KEY\" \"$OPENAI_ORG_ID\" \"$KEPT\" \"$1\" \"$2\"; exit 7",
                "sh",
                "--profile",
                "@a b*ü");
    assertEquals("", ended.err());
    assertEquals(KEY + "||as it was|--profile|@a b*ü", ended.text());
    assertEquals(7, ended.code());
  }

  @Test
  void bytesArriveAsTheyAreWhateverTheLocale() throws Exception {
    Ended ended =
        keyarbor()
            .env("LC_ALL", "C")
            .env("OTHER", "Grüße")
            .run("run", "--env", "A=keyarbor://OpenAI", "printf", "%s", "ä");
    assertEquals("ä", ended.text(), ended.err());
    Ended printed =
        keyarbor().env("LC_ALL", "C").run("run", "-e", "A=keyarbor://OpenAI", "printenv", "A");
    assertEquals(KEY + "\n", printed.text(), printed.err());
  }

  @Test
  void programsThatCannotBeRunAreToldAsAShellTellsThem() throws Exception {
    Ended missing = keyarbor().run("run", "-p", "production", "--", "no-such-program");
    assertEquals(127, missing.code());
    assertTrue(missing.err().contains("no-such-program"), missing.err());
    Ended plain = keyarbor().run("run", "-p", "production", "--", "/etc/passwd");
    assertEquals(126, plain.code());
    assertTrue(plain.err().contains("not executable"), plain.err());
    Path script = Files.writeString(folder.resolve("script"), "echo \"$0|$1|$OPENAI_BASE_URL\"\n");
    assertTrue(script.toFile().setExecutable(true));
    Ended run = keyarbor().run("run", "-p", "production", "--", "./script", "x");
    assertTrue(run.text().endsWith("script|x|https://api.example/v1\n"), run.text() + run.err());
  }

  @Test
  void filesAreThereForTheRunAndGoneAfterIt() throws Exception {
    Ended ended =
        keyarbor()
            .run(
                "run",
                "-p",
                "cluster",
                "--",
                "sh",
                "-c",
                "echo $KUBECONFIG; stat -c %a $KUBECONFIG \"$(dirname $KUBECONFIG)\"; cat $KUBECONFIG; exit 3");
    List<String> lines = ended.text().lines().toList();
    assertEquals(List.of("600", "700", "apiVersion: v1", "FAKE"), lines.subList(1, 5), ended.err());
    assertEquals(3, ended.code());
    assertFalse(Files.exists(Path.of(lines.getFirst()).getParent().getParent()));
    assertTrue(lines.getFirst().startsWith(folder.resolve("runtime").toString()), lines.getFirst());
  }

  @Test
  void killedKeyarborLeavesNoFile() throws Exception {
    Process process =
        keyarbor()
            .start(
                "run",
                "-p",
                "cluster",
                "--",
                "sh",
                "-c",
                "echo $$; echo $KUBECONFIG; exec sleep 60");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      long child = Long.parseLong(lines.readLine());
      Path made = Path.of(lines.readLine());
      assertTrue(Files.exists(made));
      process.toHandle().destroyForcibly();
      process.waitFor();
      Path run = made.getParent().getParent();
      long start = System.nanoTime();
      while (Files.exists(run) && System.nanoTime() - start < 10_000_000_000L) {
        Thread.onSpinWait();
      }
      assertFalse(Files.exists(run));
      ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void secretsAreMaskedInWhatItPrints() throws Exception {
    Ended ended =
        keyarbor()
            .run(
                "run",
                "--mask",
                "-p",
                "production",
                "--",
                "sh",
                "-c",
                "echo key $OPENAI_API_KEY; printf %s \"user:$OPENAI_API_KEY\" | base64 -w0 >&2; echo $OPENAI_BASE_URL; kill -TERM $$");
    assertEquals("key ***\nhttps://api.example/v1\n", ended.text());
    assertTrue(ended.err().contains("***") && ended.err().length() < 20, ended.err());
    assertEquals(128 + 15, ended.code());
  }
}
