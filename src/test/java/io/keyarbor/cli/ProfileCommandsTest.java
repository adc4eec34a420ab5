package io.keyarbor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person makes profiles, looks at them, and loads them; and fills files. */
class ProfileCommandsTest {
  private static final String KEY = "sk-FAKE-0123456789";

  @TempDir Path folder;
  private CommandLineHarness keyarbor;
  private CredentialId openai;

  @BeforeEach
  void fill() {
    keyarbor = new CommandLineHarness(folder);
    openai = add("OpenAI", "openai", Map.of("base_url", "https://api.example/v1"), "api_key", KEY);
    add(
        "Lab",
        "proxmox",
        Map.of(
            "host",
            "pve.example",
            "auth_method",
            "api_token",
            "user",
            "root@pam",
            "token_name",
            "ci"),
        "token_value",
        "FAKE-uuid");
    ok("profile", "create", "production", "--description", "what customers use");
  }

  private CredentialId add(
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
    return keyarbor.inVault(
        session -> session.credentials().add(details, TestVaults.secrets(secrets)).id());
  }

  private Ran ok(String... args) {
    Ran ran = keyarbor.run(args);
    assertEquals(0, ran.code(), ran.err());
    return ran;
  }

  private Ran fails(int code, String message, String... args) {
    Ran ran = keyarbor.run(args);
    assertTrue(ran.err().contains(message), ran.err());
    assertEquals(code, ran.code(), ran.err());
    assertEquals("", ran.out());
    return ran;
  }

  @Test
  void aProfileIsMadeShownAndRemoved() {
    ok("profile", "add", "production", "OpenAI");
    ok("profile", "add", "production", "lab");
    ok(
        "profile",
        "add",
        "production",
        "keyarbor://OpenAI",
        "--as",
        "MY_KEY=api_key",
        "--file",
        "KEY_FILE=api_key");
    Ran shown = ok("profile", "show", "Production");
    assertFalse(shown.out().contains(KEY) || shown.out().contains("FAKE-uuid"), shown.out());
    for (String told :
        List.of(
            "OPENAI_API_KEY",
            "https://api.example/v1",
            "not set: ",
            "a file key_file",
            "PM_API_URL",
            "https://pve.example:8006/api2/json")) {
      assertTrue(shown.out().contains(told), told + " in " + shown.out());
    }
    assertFalse(shown.out().contains("PROXMOX_VE_PASSWORD"), "of the other way to log in");
    Ran json = ok("profile", "show", "production", "--json");
    assertFalse(json.out().contains(KEY), json.out());
    assertTrue(
        json.out().contains("\"name\":\"OPENAI_API_KEY\",\"credential\":\"OpenAI\""), json.out());

    ok("profile", "remove", "production", "--credential", "Lab");
    ok("profile", "rename", "production", "live");
    assertTrue(ok("profile", "list").out().contains("live"));
    assertFalse(ok("profile", "list", "--json").out().contains("PM_API_URL"));
    fails(2, "--yes", "profile", "delete", "live");
    ok("profile", "delete", "live", "--yes");
    fails(4, "no profile named", "profile", "show", "live");
  }

  @Test
  void collisionsAreToldAndNothingIsChanged() {
    add("Other", "openai", Map.of("base_url", "https://other.example"), "api_key", "sk-OTHER");
    ok("profile", "add", "production", "OpenAI");
    ok("profile", "add", "production", "OpenAI");
    fails(1, "OPENAI_API_KEY", "profile", "add", "production", "Other");
    assertTrue(ok("profile", "show", "production").out().contains("api.example"));
    ok("profile", "add", "production", "Other", "--replace");
    assertFalse(ok("profile", "show", "production").out().contains("api.example"));
    fails(4, "It has api_key", "profile", "add", "production", "OpenAI", "--as", "X=api_kee");
    fails(2, "no name", "profile", "add", "production", "OpenAI", "--as", "1X=api_key");
  }

  @Test
  void loadedIntoAShellOrRefused() {
    ok("profile", "add", "production", "OpenAI");
    fails(2, "--export", "profile", "load", "production");
    fails(2, "Which shell", "profile", "load", "production", "--export");
    fails(2, "none of the shells", "profile", "load", "production", "--export", "--shell", "csh");
    keyarbor.env("SHELL", "/bin/bash");
    String out = ok("profile", "load", "production", "--export").out();
    assertTrue(out.contains("export OPENAI_API_KEY=" + KEY + ";\n"), out);
    assertTrue(out.contains("unset OPENAI_ORG_ID;\n"), out);
    assertTrue(
        ok("profile", "load", "production", "--export", "--shell", "fish")
            .out()
            .contains("set -gx OPENAI_API_KEY " + KEY + ";\n"));
    ok("profile", "add", "production", "OpenAI", "--file", "KEY_FILE=api_key");
    fails(2, "--files-in", "profile", "load", "production", "--export");
    out = ok("profile", "load", "production", "--export", "--files-in", "made").out();
    assertTrue(out.contains("made/KEY_FILE/key_file;"), out);
    assertEquals("rw-------", mode(folder.resolve("made/KEY_FILE/key_file")));
    assertEquals("rwx------", mode(folder.resolve("made")));
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatHasNoValueIsToldByProfileVariableAndCause() {
    ok("profile", "add", "production", "OpenAI");
    keyarbor.env("SHELL", "bash");
    keyarbor.inVault(session -> {
      session.credentials().moveToTrash(List.of(openai));
      return null;
    });
    Ran ran = fails(4, "is in the trash", "profile", "load", "production", "--export");
    assertTrue(ran.err().contains("profile “production”, OPENAI_API_KEY: "), ran.err());
    assertTrue(ok("profile", "show", "production").out().contains("in the trash"));
    keyarbor.inVault(session -> {
      session.credentials().purge(List.of(openai));
      return null;
    });
    fails(4, "is gone", "profile", "load", "production", "--export");
  }

  @Test
  void valuesThatNoEnvironmentHoldsAreToldByName() {
    keyarbor.env("SHELL", "bash");
    add("Long", "generic-secret", Map.of(), "value", "x".repeat(131_072));
    add("Nul", "generic-secret", Map.of(), "value", "a\0b");
    ok("profile", "add", "production", "Long", "--as", "LONG=value");
    ok("profile", "add", "production", "Nul", "--as", "NUL=value");
    Ran ran = fails(1, "LONG has 131072 bytes", "profile", "load", "production", "--export");
    assertTrue(ran.err().contains("value of NUL holds a NUL byte"), ran.err());
    ok("profile", "add", "production", "Long", "--file", "LONG=value", "--replace");
    ok("profile", "add", "production", "Nul", "--file", "NUL=value", "--replace");
    ok("profile", "load", "production", "--export", "--files-in", "f");
  }

  @Test
  void aTemplateHoldsReferencesAndAdviceIsGiven() throws Exception {
    ok("profile", "add", "production", "OpenAI");
    git("init", "-q");
    Ran ran = ok("profile", "template", "production");
    assertTrue(ran.err().contains("not ignored by git"), ran.err());
    String text = Files.readString(folder.resolve(".env"));
    assertTrue(text.contains("OPENAI_API_KEY=keyarbor://OpenAI/OPENAI_API_KEY\n"), text);
    assertFalse(text.contains(KEY));
    assertEquals("rw-------", mode(folder.resolve(".env")));
    git("add", ".env");
    Files.setPosixFilePermissions(
        folder.resolve(".env"), PosixFilePermissions.fromString("rw-r--r--"));
    Ran refused = fails(2, "there already", "profile", "template", "production");
    assertTrue(refused.err().contains("git rm --cached .env"), refused.err());
    assertTrue(refused.err().contains("chmod 600"), refused.err());
    assertTrue(ok("profile", "template", "production", "-o", "-").out().startsWith("# "));
  }

  private void git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    assertEquals(0, new ProcessBuilder(command).directory(folder.toFile()).start().waitFor());
  }

  @Test
  void aFileIsFilledWholeOrNotAtAll() throws Exception {
    Files.writeString(
        folder.resolve("in"), "k=keyarbor://OpenAI/api_key\nu={{ keyarbor://Lab/PM_API_URL }}\n");
    ok("inject", "-i", "in", "-o", "out");
    assertEquals(
        "k=" + KEY + "\nu=https://pve.example:8006/api2/json\n",
        Files.readString(folder.resolve("out")));
    assertEquals("rw-------", mode(folder.resolve("out")));
    assertEquals(KEY + "\n", keyarbor.piped("keyarbor://OpenAI\n").run("inject").out());

    fails(2, "there already", "inject", "-i", "in", "-o", "out");
    fails(2, "its own template", "inject", "-i", "in", "-o", "in", "--replace");
    Files.writeString(
        folder.resolve("bad"), "keyarbor://OpenAI\nkeyarbor://OpenIA/x\nkeyarbor://Lab/none\n");
    Ran ran = fails(4, "line 2: ", "inject", "-i", "bad", "-o", "out", "--replace");
    assertTrue(ran.err().contains("line 3: ") && ran.err().contains("“OpenAI”?"), ran.err());
    assertTrue(Files.readString(folder.resolve("out")).startsWith("k=" + KEY), "as it was");
    fails(1, "There is no file", "inject", "-i", "nowhere");
  }
}
