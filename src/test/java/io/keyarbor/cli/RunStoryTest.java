package io.keyarbor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.keyarbor.cli.CommandChild.Ended;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.RequiresProgram;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that was given secrets meets: signals, files, clients of services. */
class RunStoryTest {
  private static final String KEY = "sk-FAKE-9876543210";

  @TempDir static Path folder;
  private static CommandLineHarness vault;

  @BeforeAll
  static void fill() {
    vault = new CommandLineHarness(folder);
    add(
        "Keys",
        "api_key",
        KEY,
        "ini",
        "[default]\naws_access_key_id = AKIAFAKE\naws_secret_access_key = FAKE/secret+key\n",
        "long",
        "x".repeat(200_000),
        "large",
        "y".repeat(700_000));
    vault.run("profile", "create", "files");
    vault.run(
        "profile",
        "add",
        "files",
        "Keys",
        "--file",
        "AWS_SHARED_CREDENTIALS_FILE=ini",
        "--file",
        "LARGE=large");
    assertEquals(0, vault.run("profile", "show", "files").code());
  }

  private static void add(String name, String... secrets) {
    Details details =
        new Details(
            name,
            "generic",
            Optional.empty(),
            Map.of(),
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
  @RequiresProgram("script")
  void ctrlCReachesTheProgramOnceAndIsItsToAnswer() throws Exception {
    Path program =
        script(
            "counts",
            "trap 'n=$((n+1))' INT; n=0; echo ready; read -r line; "
                + "for i in 1 2 3 4 5; do sleep 0.1; done; echo \"count $n\"; exit 5\n");
    List<String> words = keyarbor().words("run", "-p", "files", "--", "bash", program.toString());
    Path started = script("start", "exec '" + String.join("' '", words) + "'\n");
    // exec: the shell of script would have the Ctrl+C too, and where that is dash, end of it.
    // env: a build in the background ignores Ctrl+C, and so would all that it starts.
    Process process =
        new ProcessBuilder(
                "env", "--default-signal=INT", "script", "-qefc", "exec sh " + started, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    StringBuilder seen = new StringBuilder();
    try (var in = new InputStreamReader(process.getInputStream(), UTF_8)) {
      readUntil(in, seen, "ready");
      process.getOutputStream().write(3);
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      // To the end: who writes to a pipe that nobody reads is killed.
      for (int c = in.read(); c >= 0; c = in.read()) {
        seen.append((char) c);
      }
      assertTrue(seen.toString().contains("count 1"), seen.toString());
      assertEquals(5, process.waitFor(), seen.toString());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static void readUntil(InputStreamReader in, StringBuilder seen, String end)
      throws IOException {
    int from = seen.length();
    for (int c = in.read(); c >= 0; c = in.read()) {
      seen.append((char) c);
      if (seen.indexOf(end, from) >= 0) {
        return;
      }
    }
    throw new AssertionError("ended with: " + seen);
  }

  private static Path script(String name, String text) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "export KEYARBOR_VAULT='"
            + vault.vaultFile()
            + "' KEYARBOR_PASSWORD_FILE='"
            + folder.resolve("password")
            + "' HOME='"
            + folder
            + "' XDG_RUNTIME_DIR='"
            + folder.resolve("runtime")
            + "'\n"
            + text);
  }

  @Test
  void signalsAreHandedOnAndNothingIsSeenInAnyProcess() throws Exception {
    Process process =
        keyarbor()
            .start(
                "run",
                "-p",
                "files",
                "-e",
                "KEY=keyarbor://Keys/api_key",
                "--",
                "bash",
                "-c",
                "trap 'echo usr1' USR1; trap 'echo bye; exit 9' TERM; echo $PPID; "
                    + "cat /proc/[0-9]*/cmdline | tr '\\0' ' '; echo; tr '\\0' '\\n' < /proc/$PPID/environ;"
                    + " ls /proc/self/fd | wc -l; echo ready; while :; do sleep 0.05; done");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertEquals(Long.toString(process.pid()), lines.readLine());
      StringBuilder seen = new StringBuilder();
      String last = "";
      for (String line = lines.readLine(); !line.equals("ready"); line = lines.readLine()) {
        seen.append(line).append('\n');
        last = line;
      }
      assertFalse(seen.toString().contains(KEY), "no secret among arguments or in our environment");
      assertEquals("4", last.strip(), "three streams, and the folder that ls reads");
      assertEquals(0, new ProcessBuilder("kill", "-USR1", "" + process.pid()).start().waitFor());
      assertEquals("usr1", lines.readLine());
      process.toHandle().destroy();
      assertEquals("bye", lines.readLine());
      assertEquals(9, process.waitFor());
    }
  }

  @Test
  void openFilesOfTheCallerReachTheProgramAndNoOthers() throws Exception {
    Path given = Files.writeString(folder.resolve("given"), "handed over\n");
    Ended ended =
        keyarbor()
            .by("bash", "-c", "exec 7<'" + given + "'; exec \"$@\"", "bash")
            .run(
                "run",
                "-e",
                "KEY=keyarbor://Keys/api_key",
                "--",
                "sh",
                "-c",
                "cat <&7; exec find /proc/self/fd -type l -printf '%f %l\\n'");
    List<String> lines = ended.text().lines().toList();
    assertEquals("handed over", lines.getFirst(), ended.err());
    // What find opens for itself: where it starts, and what it looks through.
    List<String> more =
        lines.stream()
            .skip(1)
            .filter(l -> !l.matches("[012] .*|[0-9]+ /proc/.*") && !l.endsWith(" " + folder))
            .toList();
    assertEquals(List.of("7 " + given), more);
  }

  @Test
  void anEnvFileIsFilledAndWinsOverProfilesAndLosesToEnv() throws Exception {
    Files.writeString(
        folder.resolve(".env"),
        """
        KEY=keyarbor://Keys/api_key
        URL="https://u:{{ keyarbor://Keys/api_key }}@h/"
        PLAIN='as it is'
        BOTH=lost
        """);
    Ended ended =
        keyarbor()
            .run(
                "run",
                "--env-file",
                ".env",
                "-e",
                "BOTH=keyarbor://Keys/api_key",
                "--",
                "sh",
                "-c",
                "echo \"$KEY $URL $PLAIN $BOTH\"");
    assertEquals(KEY + " https://u:" + KEY + "@h/ as it is " + KEY + "\n", ended.text());
    assertTrue(ended.err().contains("BOTH is in .env, line 4 and in --env"), ended.err());
  }

  @Test
  void faultsComeBeforeTheProgramAndNameWhatIsWrong() throws Exception {
    Ended ended =
        keyarbor()
            .run(
                "run",
                "-e",
                "A=keyarbor://Keys/long",
                "-e",
                "B=keyarbor://Kyes",
                "--",
                "echo",
                "ran");
    assertEquals("", ended.text());
    assertEquals(4, ended.code());
    assertTrue(ended.err().contains("B: keyarbor://Kyes: There is no credential"), ended.err());
    ended = keyarbor().run("run", "-e", "A=keyarbor://Keys/long", "--", "echo", "ran");
    assertEquals("", ended.text());
    assertTrue(ended.err().contains("value of A has 200000 bytes"), ended.err());
    assertEquals(2, vault.run("run", "-e", "A=plain", "--", "echo").code());
    assertEquals(2, vault.run("run", "--", "echo").code());
  }

  @Test
  @RequiresProgram("curl")
  void curlAndAClientOfACredentialsFile() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String given = exchange.getRequestHeaders().getFirst("Authorization");
          exchange.sendResponseHeaders(("Bearer " + KEY).equals(given) ? 204 : 401, -1);
          exchange.close();
        });
    server.start();
    try {
      // By its input: an argument of curl would be seen by everyone.
      String client =
          "printf 'header = \"Authorization: Bearer %s\"' \"$KEY\" | curl -s -K - -w '%{http_code}' http://127.0.0.1:"
              + server.getAddress().getPort()
              + "/; sed -n 's/^aws_secret_access_key *= */ /p' \"$AWS_SHARED_CREDENTIALS_FILE\"; wc -c < \"$LARGE\"";
      Ended ended =
          keyarbor()
              .run(
                  "run",
                  "-p",
                  "files",
                  "-e",
                  "KEY=keyarbor://Keys/api_key",
                  "--",
                  "sh",
                  "-c",
                  client);
      assertEquals("204 FAKE/secret+key\n700000\n", ended.text(), ended.err());
    } finally {
      server.stop(0);
    }
  }
}
