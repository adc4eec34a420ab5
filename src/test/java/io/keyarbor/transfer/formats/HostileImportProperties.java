package io.keyarbor.transfer.formats;

import static io.keyarbor.transfer.TransferKit.FIXTURES;
import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.draft;
import static io.keyarbor.transfer.TransferKit.password;
import static io.keyarbor.transfer.TransferKit.written;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Files of strangers: each ends in drafts or in a message for a person, and in nothing else. */
class HostileImportProperties {
  /** KDBX has tests of its own. */
  private static final List<String> NAMES =
      List.of("keyarbor", "1pux", "bitwarden", "csv", "json", "yaml", "dotenv");

  private static Map<String, List<byte[]>> samples;
  private static Path folder;

  @BeforeContainer
  static void make() throws Exception {
    folder = Files.createTempDirectory("keyarbor-hostile");
    List<Draft> drafts =
        List.of(
            draft("A", Map.of("url", "https://a.example"), "password", "fake\n\"'"),
            draft("Ü😀", Map.of(), "totp", "fake"));
    samples = new LinkedHashMap<>();
    try (Secret password = TestVaults.secret("x")) {
      samples.put("keyarbor", List.of(written("keyarbor", drafts, Optional.of(password))));
    }
    byte[] plain = Files.readAllBytes(FIXTURES.resolve("bitwarden.json"));
    samples.put(
        "bitwarden", List.of(plain, Files.readAllBytes(FIXTURES.resolve("bitwarden-pbkdf2.json"))));
    samples.put("1pux", List.of(zip()));
    samples.put(
        "csv",
        List.of(
            "name,password,notes,expires\nA,\"fa\"\"ke\nx\",n,2030-01-01\nB,fake,,\n"
                .getBytes(UTF_8),
            "Group;Title;Username;Password;URL\r\nRoot;\"x;\";a;b;c\r\n".getBytes(UTF_8)));
    for (String format : List.of("json", "yaml", "dotenv")) {
      samples.put(format, List.of(written(format, drafts, Optional.empty())));
    }
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("export.data"));
      zip.write(
          """
          {"accounts": [{"attrs": {"accountName": "a"}, "vaults": [{"attrs": {"name": "v"}, "items": [
          {"state": "active", "categoryUuid": "001", "details": {"loginFields": [
          {"value": "fake", "fieldType": "P", "designation": "password"}], "sections": [{"fields": [
          {"title": "f", "value": {"file": {"fileName": "f", "documentId": "d"}}}]}]},
          "overview": {"title": "A", "urls": [{"url": "https://a"}]}}]}]}]}
          """
              .getBytes(UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("files/d__f"));
      zip.write(new byte[300]);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  @AfterContainer
  static void remove() throws IOException {
    Files.deleteIfExists(folder.resolve("file"));
    Files.delete(folder);
  }

  @Provide
  static Arbitrary<String> formats() {
    return Arbitraries.of(NAMES);
  }

  /** Anything but drafts or a told fault fails the test. */
  private static void read(String format, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    ImportFormat reader = FORMATS.toRead(format).orElseThrow();
    try (Reading reading = reader.read(file, password("x"))) {
      reader.needs(file);
      for (Draft draft : reading.drafts()) {
        if (draft.origin().isEmpty()) {
          throw new AssertionError("a draft does not say where it was read");
        }
      }
    } catch (TransferException told) {
      if (told.getMessage().contains("fake")) {
        throw new AssertionError("quotes the file: " + told.getMessage());
      }
    }
  }

  private static byte[] sample(String format, int choice) {
    List<byte[]> of = samples.get(format);
    return of.get(choice % of.size()).clone();
  }

  @Property(tries = 400)
  void aFileThatIsCutOff(
      @ForAll("formats") String format,
      @ForAll @IntRange(max = 9) int choice,
      @ForAll @IntRange(max = 100_000) int at)
      throws IOException {
    byte[] sample = sample(format, choice);
    read(format, Arrays.copyOf(sample, at % sample.length));
  }

  @Property(tries = 800)
  void aFileWithChangedBytes(
      @ForAll("formats") String format,
      @ForAll @IntRange(max = 9) int choice,
      @ForAll int[] places,
      @ForAll byte change)
      throws IOException {
    byte[] sample = sample(format, choice);
    for (int i = 0; i < Math.min(places.length, 4); i++) {
      sample[Math.floorMod(places[i], sample.length)] ^= change;
    }
    read(format, sample);
  }

  @Property(tries = 300)
  void anyBytesAtAll(@ForAll("formats") String format, @ForAll byte[] bytes) throws IOException {
    read(format, bytes);
  }

  @Provide
  static Arbitrary<String> syntax() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ":",
            ",",
            "\n",
            "- ",
            "&a ",
            "*a",
            "!!x ",
            "? ",
            "| ",
            "> ",
            "%",
            "---",
            "#",
            "\\",
            "\\u",
            "\ud800",
            "\0",
            "=",
            "`",
            "export ",
            "name",
            "password",
            "credentials",
            "items",
            "1",
            "null",
            "é",
            "\t",
            "<<: ",
            ";",
            "@")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 800)
  void anySyntaxInAnyOrder(@ForAll("formats") String format, @ForAll("syntax") String text)
      throws IOException {
    read(format, text.getBytes(UTF_8));
  }
}
