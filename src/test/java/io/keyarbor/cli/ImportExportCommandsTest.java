package io.keyarbor.cli;

import static io.keyarbor.vault.TestVaults.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.cli.CommandLineHarness.Ran;
import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code keyarbor import} and {@code keyarbor export}, as a person and as a script use them. */
class ImportExportCommandsTest {
  private static final String TABLE =
      """
      folder,name,username,password,url
      Web,Shop,jo,fake-shop,https://shop.example
      Web,Bank,jo,fake-bank,https://bank.example
      ,Broken,"fake-broken
      """;

  @TempDir Path folder;
  private CommandLineHarness harness;

  @BeforeEach
  void vault() throws IOException {
    harness = new CommandLineHarness(folder);
    Files.writeString(folder.resolve("keys.csv"), TABLE);
  }

  private Set<String> names() {
    return harness.inVault(session ->
        session.credentials().all().stream()
            .map(c -> c.details().name())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private String secret(String name, String field) {
    return harness.inVault(session -> {
      Credential credential = session.credentials().named(name).orElseThrow();
      try (Secret secret = session.credentials().secret(credential.id(), field).orElseThrow()) {
        return text(secret);
      }
    });
  }

  private static void done(Ran ran) {
    assertEquals(ExitCode.DONE, ran.code(), ran.out() + ran.err());
  }

  @Test
  void aFileIsReadByItsLooksAndOnlyOnce() {
    Ran first = harness.run("import", "keys.csv");
    done(first);
    assertTrue(first.out().contains("Added 2 credentials"), first.out());
    assertTrue(first.out().contains("row 4"), first.out());
    assertFalse((first.out() + first.err()).contains("fake"), first.out());
    assertEquals("fake-shop", secret("Shop", "password"));
    Ran second = harness.run("import", "csv", "keys.csv");
    done(second);
    assertTrue(second.out().contains("Added 0 credentials"), second.out());
    assertTrue(second.out().contains("2 were there already"), second.out());
    assertEquals(Set.of("Bank", "Shop"), names());
  }

  @Test
  void aDryRunSaysAllAndDoesNothing() {
    Ran ran = harness.run("import", "--dry-run", "keys.csv", "--group", "New/Here", "--json");
    done(ran);
    JsonNode json = JsonMapper.shared().readTree(ran.out());
    assertEquals(2, json.path("add").asInt());
    assertEquals(1, json.path("unread").asInt());
    assertEquals(3, json.path("new_groups").asInt());
    assertEquals("New/Here/Web", json.path("rows").path(0).path("group").asString());
    assertEquals(Set.of(), names());
    Ran slash = harness.run("import", "--dry-run", "keys.csv", "--group", "TCP\\/IP", "--json");
    assertEquals(2, JsonMapper.shared().readTree(slash.out()).path("new_groups").asInt());
  }

  @Test
  void whatIsWrongWithTheArgumentsIsTold() throws IOException {
    assertEquals(ExitCode.USAGE, harness.run("import", "no-such-format", "keys.csv").code());
    assertEquals(ExitCode.FAILED, harness.run("import", "missing.csv").code());
    assertEquals(ExitCode.NOT_FOUND, harness.run("import", "keys.csv", "--service", "x").code());
    Files.writeString(folder.resolve("strange.bin"), "fake");
    Ran strange = harness.run("import", "strange.bin");
    assertEquals(ExitCode.FAILED, strange.code());
    assertTrue(strange.err().contains("dotenv"), strange.err());
  }

  @Test
  void aBundleIsSealedAskedForAndReadBack() throws IOException {
    harness.run("import", "keys.csv");
    Ran written =
        harness.typing(List.of("fake-pw", "fake-pw"), "export", "keyarbor", "all.keyarbor-bundle");
    done(written);
    Path file = folder.resolve("all.keyarbor-bundle");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    harness.inVault(session -> {
      session
          .credentials()
          .moveToTrash(session.credentials().all().stream().map(Credential::id).toList());
      return null;
    });
    Ran refused = harness.piped("wrong\n").run("import", file.toString(), "--file-password", "-");
    assertEquals(ExitCode.LOCKED, refused.code());
    assertEquals(Set.of(), names());
    Ran ran = harness.typing(List.of("wrong", "fake-pw"), "import", file.toString());
    done(ran);
    assertEquals("fake-bank", secret("Bank", "password"));
    assertEquals(ExitCode.LOCKED, harness.run("import", file.toString()).code());
  }

  @Test
  void aPasswordTypedTwiceMustBeTheSame() {
    harness.run("import", "keys.csv");
    Ran ran = harness.typing(List.of("one", "two"), "export", "keyarbor", "all.keyarbor-bundle");
    assertEquals(ExitCode.USAGE, ran.code());
    assertFalse(Files.exists(folder.resolve("all.keyarbor-bundle")));
  }

  @Test
  void plaintextIsAskedAboutFirst() throws IOException {
    harness.run("import", "keys.csv");
    assertEquals(ExitCode.USAGE, harness.run("export", "json", "all.json").code());
    assertEquals(
        ExitCode.FAILED, harness.typing(List.of("no"), "export", "json", "all.json").code());
    assertFalse(Files.exists(folder.resolve("all.json")));
    done(harness.typing(List.of("yes"), "export", "json", "all.json"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("all.json"))));
    assertTrue(Files.readString(folder.resolve("all.json")).contains("fake-shop"));
    try (var files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".new")));
    }
  }

  @Test
  void aFileThatIsThereStaysUnlessItMayBeReplaced() throws IOException {
    harness.run("import", "keys.csv");
    Path file = Files.writeString(folder.resolve("all.yaml"), "mine");
    Ran ran = harness.run("export", "yaml", "all.yaml", "--plaintext");
    assertEquals(ExitCode.FAILED, ran.code());
    assertEquals("mine", Files.readString(file));
    done(harness.run("export", "yaml", "all.yaml", "--plaintext", "--overwrite"));
    assertTrue(Files.readString(file).contains("fake-shop"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void namesServicesTagsAndProfilesNarrowWhatIsWritten() {
    harness.run("import", "keys.csv");
    harness.inVault(session -> {
      Credential bank = session.credentials().named("Bank").orElseThrow();
      Profile made = session.profiles().add("production", "");
      return session
          .profiles()
          .change(
              made.withVariables(
                  List.of(
                      new Profile.Variable(
                          "BANK", bank.id(), new Profile.Value.Field("password")))));
    });
    Ran named = harness.run("export", "dotenv", "-", "shop", "--plaintext");
    done(named);
    assertTrue(named.out().contains("SHOP_PASSWORD=fake-shop"), named.out());
    assertFalse(named.out().contains("fake-bank"), named.out());
    Ran profile = harness.run("export", "dotenv", "-", "--plaintext", "--profile", "Production");
    done(profile);
    assertTrue(profile.out().contains("fake-bank"), profile.out());
    assertFalse(profile.out().contains("fake-shop"), profile.out());
    assertEquals(
        ExitCode.NOT_FOUND,
        harness.run("export", "json", "x.json", "--plaintext", "--tag", "none").code());
    assertEquals(
        ExitCode.NOT_FOUND,
        harness.run("export", "json", "x.json", "--plaintext", "--profile", "none").code());
    assertEquals(
        ExitCode.NOT_FOUND, harness.run("export", "json", "x.json", "--plaintext", "Shoq").code());
    assertEquals(
        ExitCode.DONE,
        harness
            .run("export", "json", "x.json", "--plaintext", "--service", "generic-login")
            .code());
  }

  @Test
  void aColumnIsMappedByAPerson() throws IOException {
    Files.writeString(folder.resolve("keys.tsv"), "Owner\tKey\nOps\tfake-key\n");
    done(
        harness.run(
            "import",
            "csv",
            "keys.tsv",
            "--service",
            "openai",
            "--column",
            "Owner=name",
            "--column",
            "Key=api_key"));
    assertEquals("fake-key", secret("Ops", "api_key"));
  }
}
