package io.keyarbor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From secrets that lie about to references, and back. */
class MigrateCommandTest {
  private static final String KEY = "sk-proj-fakefakefakefakefake";
  private static final String BEFORE =
      "# shop\r\nexport OPENAI_API_KEY=\""
          + KEY
          + "\" # mine\r\nDEBUG=1\r\n\tSESSION_SECRET = 'it is $fake'\n";

  @TempDir Path temp;
  private CommandLineHarness keyarbor;
  private Path env;

  @BeforeEach
  void fill() throws IOException {
    keyarbor = new CommandLineHarness(temp.resolve("work"));
    env = temp.resolve("work/shop/.env");
    Files.createDirectories(env.getParent());
    Files.writeString(env, BEFORE);
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-r-----"));
    keyarbor.env("HOME", Files.createDirectories(temp.resolve("home")).toString());
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void onlyShowsWhatItFoundAtFirst() throws IOException {
    Ran ran = keyarbor.run("migrate");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("OpenAI (shop)"), ran.out());
    assertTrue(ran.out().contains("sk-p••••••"), ran.out());
    assertFalse((ran.out() + ran.err()).contains(KEY));
    assertTrue(ran.err().contains("chmod 600"), ran.err());
    assertEquals(BEFORE, Files.readString(env));
    assertEquals(0, keyarbor.inVault(s -> s.credentials().all().size()).intValue());
    assertEquals(2, keyarbor.run("migrate", "--import").code());
  }

  @Test
  void importsReplacesAndUndoesByteForByte() throws IOException {
    Ran ran = keyarbor.run("migrate", "--import", "--replace", "--yes", "shop");
    assertEquals(0, ran.code(), ran.err());
    assertEquals(
        BEFORE
            .replace("\"" + KEY + "\"", "keyarbor://OpenAI%20%28shop%29/api_key")
            .replace("'it is $fake'", "keyarbor://SESSION_SECRET%20%28shop%29/value"),
        Files.readString(env));
    assertEquals("rw-r-----", mode(env));
    assertEquals(List.of(".env"), names(env.getParent()));

    Ran again = keyarbor.run("migrate", "--json");
    assertTrue(again.out().contains("\"finds\":[]"), again.out());

    Ran undone = keyarbor.run("migrate", "--undo", "shop/.env");
    assertEquals(0, undone.code(), undone.err());
    assertEquals(BEFORE, Files.readString(env));
    assertEquals("rw-r-----", mode(env));
    assertEquals(1, keyarbor.run("migrate", "--undo", "shop/.env").code());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void losesNoEditMadeSince() throws IOException {
    keyarbor.run("migrate", "--import", "--replace", "--yes", "shop");
    Files.writeString(env, Files.readString(env) + "MORE=1\n");
    Ran refused = keyarbor.run("migrate", "--undo", "shop/.env");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("--force"), refused.err());
    assertTrue(Files.readString(env).endsWith("MORE=1\n"));
    assertEquals(0, keyarbor.run("migrate", "--undo", "shop/.env", "--force").code());
    assertEquals(BEFORE, Files.readString(env));
  }

  @Test
  void leavesFilesOfToolsUnlessAskedAndChangesNothingElseInThem() throws IOException {
    String hosts =
        "github.com:\n    user: octo # me\n    oauth_token: gho_fakefakefakefakefakefakefakefakefake\n";
    Path file = temp.resolve("home/.config/gh/hosts.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, hosts);
    keyarbor.run("migrate", "--import", "--replace", "--yes", "shop");
    assertEquals(hosts, Files.readString(file));
    Ran ran = keyarbor.run("migrate", "--replace-config", "--yes", "shop");
    assertEquals(
        "github.com:\n    user: octo # me\n    oauth_token: keyarbor://GitHub%20github.com/token\n",
        Files.readString(file));
    assertTrue(ran.err().contains("keyarbor inject -i"), ran.err());
    keyarbor.run("migrate", "--undo", file.toString());
    assertEquals(hosts, Files.readString(file));
  }

  @Test
  void asksBeforeEachStepAtATerminal() throws IOException {
    Ran ran = keyarbor.typing(List.of("y", "n"), "migrate", "--import", "--replace", "shop");
    assertEquals(0, ran.code(), ran.err());
    assertEquals(2, keyarbor.inVault(s -> s.credentials().all().size()).intValue());
    assertEquals(BEFORE, Files.readString(env));
  }

  @Test
  void leavesAFileWithSeveralNames() throws IOException {
    Files.createLink(temp.resolve("work/shop/copy"), env);
    Ran ran = keyarbor.run("migrate", "--import", "--replace", "--yes", "shop");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("hard links"), ran.err());
    assertEquals(BEFORE, Files.readString(env));
  }

  @Test
  void pointsToTheCredentialThatTheVaultAlreadyHas() throws IOException {
    keyarbor.inVault(session -> {
      try (var secret = TestVaults.secret(KEY)) {
        return session.credentials().add(TestVaults.details("Mine"), Map.of("api_key", secret));
      }
    });
    keyarbor.run("migrate", "--import", "--replace", "--yes", "shop");
    assertTrue(Files.readString(env).contains("OPENAI_API_KEY=keyarbor://Mine/api_key #"));
  }
}
