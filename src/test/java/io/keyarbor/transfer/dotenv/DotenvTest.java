package io.keyarbor.transfer.dotenv;

import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.details;
import static io.keyarbor.transfer.TransferKit.draft;
import static io.keyarbor.transfer.TransferKit.named;
import static io.keyarbor.transfer.TransferKit.texts;
import static io.keyarbor.transfer.TransferKit.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.TransferKit;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.environment.EnvText;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of variables, in and out. */
class DotenvTest {
  @TempDir Path folder;

  private Reading read(String text) throws Exception {
    return TransferKit.read(folder, "dotenv", ".env", text);
  }

  /** The values by variable, whatever credentials they became. */
  private static Map<String, String> variables(String text) {
    try (EnvText read = EnvText.dotenv(text.getBytes(UTF_8))) {
      assertEquals(List.of(), read.faults());
      Map<String, String> values = new TreeMap<>();
      read.assignments().forEach(a -> values.put(a.name(), TestVaults.text(a.value())));
      return values;
    }
  }

  @Test
  void linesAreReadAsTheUsualLibrariesReadThem() {
    assertEquals(
        Map.ofEntries(
            Map.entry("BARE", "a b"),
            Map.entry("EMPTY", ""),
            Map.entry("HASH", "a#b"),
            Map.entry("EXPORTED", "x"),
            Map.entry("SINGLE", "a\\n $X #"),
            Map.entry("DOUBLE", "a\n\t\"b\" $X \\"),
            Map.entry("LINES", "one\ntwo"),
            Map.entry("TICKS", "it's \"so\""),
            Map.entry("YAML", "y"),
            Map.entry("URL", "https://u:p@h/?a=b&c=d#e"),
            Map.entry("REFERENCE", "${OTHER}/x")),
        variables(
            """
            # a comment
            BARE = a b   # the rest
            HASH=a#b
              export EXPORTED=x\r
            SINGLE='a\\n $X #' # the rest
            DOUBLE="a\\n\\t\\"b\\" \\$X \\\\"
            LINES="one
            two"
            TICKS=`it's "so"`
            YAML: y
            URL=https://u:p@h/?a=b&c=d#e
            REFERENCE=${OTHER}/x
            EMPTY=
            """));
  }

  @Test
  void aLineThatIsBrokenCostsOnlyItself() throws Exception {
    try (Reading reading = read("A=fake-a\nno variable here\nB=\"fake-b\nC=fake-c\n=x\nD=\n")) {
      assertEquals(
          List.of("A", "C"), reading.drafts().stream().map(d -> d.details().name()).toList());
      assertEquals(
          List.of("line 2", "line 3", "line 5", "line 6"),
          reading.skipped().stream().map(Reading.Skipped::origin).toList());
      assertFalse(reading.skipped().toString().contains("fake"));
    }
  }

  @Test
  void aValueThatALaterLineReplacesIsToldAndNotImported() throws Exception {
    try (Reading reading = read("A=fake-old\nB=fake-b\nA=fake-new\n")) {
      assertEquals("fake-new", texts(named(reading, "A")).get("value"));
      assertEquals(
          List.of("line 1: Line 3 sets “A” again; it counts."),
          reading.skipped().stream().map(s -> s.origin() + ": " + s.why()).toList());
    }
  }

  @Test
  void variablesOfOneServiceBecomeOneCredential() throws Exception {
    try (Reading reading =
        read(
            """
            AWS_ACCESS_KEY_ID=AKIAFAKEFAKEFAKEFAKE
            AWS_SECRET_ACCESS_KEY=fakefakefakefakefakefakefakefakefakefake
            AWS_REGION=eu-west-1
            OPENAI_API_KEY="sk-proj-fakefakefake"
            OPENAI_BASE_URL=https://gateway.example/v1
            DATABASE_URL=postgres://jo:fake@db.example:5432/app
            SESSION_KEY=fake-session
            """)) {
      assertEquals(
          Set.of("aws", "openai", "postgresql", "generic-secret"),
          reading.drafts().stream()
              .map(d -> d.details().serviceType())
              .collect(Collectors.toSet()));
      Draft openai = named(reading, "OpenAI");
      assertEquals(Map.of("api_key", "sk-proj-fakefakefake"), texts(openai));
      assertEquals("https://gateway.example/v1", openai.details().fields().get("base_url"));
      assertEquals("api_key", openai.details().fields().get("auth_method"));
      assertEquals(Map.of("value", "fake-session"), texts(named(reading, "SESSION_KEY")));
      assertEquals("SESSION_KEY", named(reading, "SESSION_KEY").details().fields().get("variable"));
    }
  }

  /** Two names of one service may have two values: none may get lost. */
  @Test
  void aVariableWithAnotherValueIsAnotherCredential() throws Exception {
    try (Reading reading = read("GH_TOKEN=fake-one\nGITHUB_TOKEN=fake-two\n")) {
      assertEquals(
          List.of("fake-one", "fake-two"),
          reading.drafts().stream()
              .map(d -> texts(d).values().iterator().next())
              .sorted()
              .toList());
    }
    try (Reading same = read("GH_TOKEN=fake-one\nGITHUB_TOKEN=fake-one\n")) {
      assertEquals(1, same.drafts().size());
    }
  }

  @Test
  void aKeyBehindAnyNameIsRecognisedByItsLooks() throws Exception {
    String key = "ghp_" + "fake".repeat(9);
    try (Reading reading = read("DEPLOY=" + key + "\n")) {
      Draft deploy = named(reading, "DEPLOY");
      assertEquals("github", deploy.details().serviceType());
      assertEquals(Map.of("token", key), texts(deploy));
    }
  }

  @Test
  void aFileThatSetsNothingIsToldSo() {
    assertThrows(TransferException.class, () -> read("just words\n"));
  }

  private static Draft of(
      String name, String service, Map<String, String> fields, String... secrets) {
    Details d = details(name, fields);
    return new Draft(
        name,
        List.of(),
        new Details(
            name,
            service,
            Optional.empty(),
            d.fields(),
            d.tags(),
            false,
            "",
            Optional.empty(),
            d.trust()),
        TestVaults.secrets(secrets));
  }

  @Test
  void anExportUsesTheNamesOfTheTools() throws Exception {
    List<Draft> drafts =
        List.of(
            of("AI one", "openai", Map.of("auth_method", "api_key"), "api_key", "fake-1"),
            of("AI two", "openai", Map.of("auth_method", "api_key"), "api_key", "fake 2 'x'"),
            draft(
                "My shop",
                Map.of("url", "https://a.example", "username", "jo"),
                "password",
                "fake\nb",
                "file:a.png",
                "x"),
            of(
                "Bin",
                "generic-secret",
                Map.of("kind", "single", "variable", "MY_KEY"),
                "value",
                "a\0b"),
            of(
                "Key",
                "generic-secret",
                Map.of("kind", "single", "variable", "MY_KEY"),
                "value",
                "$(x) `y`"));
    ExportFormat dotenv = FORMATS.toWrite("dotenv").orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Reading.Skipped> told = dotenv.write(drafts, Optional.empty(), out);
    String text = out.toString(UTF_8);
    assertTrue(text.startsWith("# This file holds secrets"), text);
    assertEquals(
        Map.of(
            "OPENAI_API_KEY", "fake-1",
            "OPENAI_API_KEY_2", "fake 2 'x'",
            "MY_SHOP_URL", "https://a.example",
            "MY_SHOP_USERNAME", "jo",
            "MY_SHOP_PASSWORD", "fake\nb",
            "MY_KEY", "$(x) `y`"),
        variables(text));
    assertEquals(
        List.of("AI two", "My shop", "Bin"), told.stream().map(Reading.Skipped::origin).toList());
  }

  @Test
  void shellsAndOtherReadersGetTheSameValues() throws Exception {
    String value = "a b'c\"d\\e$f`g\\\\ #h";
    byte[] file =
        written("dotenv", List.of(draft("A", Map.of(), "password", value)), Optional.empty());
    Path path = Files.write(folder.resolve("shell.env"), file);
    Process shell =
        new ProcessBuilder("sh", "-c", ". \"$1\"; printf %s \"$A_PASSWORD\"", "sh", path.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals(value, new String(shell.getInputStream().readAllBytes(), UTF_8));
    assertEquals(0, shell.waitFor());
  }
}
