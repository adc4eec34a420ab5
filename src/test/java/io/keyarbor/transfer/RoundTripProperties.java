package io.keyarbor.transfer;

import static io.keyarbor.transfer.TransferKit.FORMATS;
import static io.keyarbor.transfer.TransferKit.password;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestSchedule;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is written is what is read, whatever it holds. */
class RoundTripProperties {
  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "`",
          "$",
          "$(x)",
          "${A}",
          "\\",
          "\\n",
          "\n",
          "\r",
          "\r\n",
          "\t",
          " ",
          "#",
          ": ",
          "- ",
          "&a",
          "*a",
          "|",
          ">",
          "%",
          "---",
          "...",
          "null",
          "true",
          "0x1",
          "1e3",
          "~",
          "=",
          ",",
          ";",
          "é",
          "漢",
          "😀",
          "👩‍👩‍👧",
          "\u0001",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uFFFD",
          "\uE000",
          "a",
          "fake");

  private static Path folder;

  @BeforeContainer
  static void make() throws IOException {
    folder = Files.createTempDirectory("keyarbor-round-trip");
  }

  @AfterContainer
  static void remove() throws IOException {
    try (var files = Files.list(folder)) {
      files.forEach(RoundTripProperties::delete);
    }
    Files.delete(folder);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  static Arbitrary<String> hostile() {
    return Arbitraries.oneOf(
        Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("", pieces)),
        Arbitraries.strings().excludeChars('\0').withCharRange('\0', '\ud7ff').ofMaxLength(40));
  }

  @Provide
  static Arbitrary<byte[]> bytes() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(60),
        hostile().map(text -> (text + "\0").getBytes(UTF_8)),
        hostile().map(text -> text.getBytes(UTF_8)));
  }

  @Provide
  static Arbitrary<Draft> drafts() {
    Arbitrary<String> names = hostile().map(text -> "n" + text);
    Arbitrary<Details> details =
        Combinators.combine(
                names,
                Arbitraries.maps(names, hostile()).ofMaxSize(3),
                names.set().ofMaxSize(3),
                hostile(),
                Arbitraries.integers().between(0, 3000).optional(),
                Arbitraries.of(
                    new TlsTrust.SystemTrust(),
                    new TlsTrust.Pin("AB:CD"),
                    new TlsTrust.Authorities("-----BEGIN CERTIFICATE-----\nfake\n")),
                Arbitraries.of(
                    new TestSchedule.Inherited(),
                    new TestSchedule.Never(),
                    new TestSchedule.Every(24)),
                Arbitraries.of(true, false))
            .as((name, fields, tags, notes, day, trust, schedule, favourite) ->
                new Details(
                    name,
                    "some-service",
                    Optional.empty(),
                    fields,
                    tags.stream().map(String::strip).collect(Collectors.toSet()),
                    favourite,
                    notes,
                    day.map(LocalDate::ofEpochDay),
                    trust,
                    schedule));
    return Combinators.combine(
            details, names.list().ofMaxSize(3), Arbitraries.maps(names, bytes()).ofMaxSize(3))
        .as((d, groups, secrets) -> {
          Map<String, Secret> owned = new TreeMap<>();
          secrets.forEach((name, value) -> owned.put(name, Secret.copyOf(value)));
          return new Draft("x", groups, d, owned);
        });
  }

  private static Reading again(String format, List<Draft> drafts) throws Exception {
    boolean isSealed = FORMATS.toWrite(format).orElseThrow().isSealed();
    Options options = isSealed ? password("fake") : Options.none();
    Path file = folder.resolve("file");
    try (OutputStream out = Files.newOutputStream(file)) {
      FORMATS.toWrite(format).orElseThrow().write(drafts, options.password(), out);
    }
    return FORMATS.toRead(format).orElseThrow().read(file, options);
  }

  private static Map<String, String> hex(Draft draft) {
    Map<String, String> hex = new TreeMap<>();
    draft.secrets().forEach((name, s) -> hex.put(name, s.use(HexFormat.of()::formatHex)));
    return hex;
  }

  private static void survives(String format, List<Draft> drafts) throws Exception {
    try (Reading reading = again(format, drafts)) {
      assertEquals(List.of(), reading.skipped());
      assertEquals(drafts.size(), reading.drafts().size());
      for (int i = 0; i < drafts.size(); i++) {
        assertEquals(drafts.get(i).details(), reading.drafts().get(i).details());
        assertEquals(drafts.get(i).groups(), reading.drafts().get(i).groups());
        assertEquals(hex(drafts.get(i)), hex(reading.drafts().get(i)));
      }
    } finally {
      drafts.forEach(Draft::close);
    }
  }

  @Property(tries = 150)
  void jsonHoldsEverything(@ForAll("drafts") Draft one, @ForAll("drafts") Draft two)
      throws Exception {
    survives("json", List.of(one, two));
  }

  @Property(tries = 150)
  void yamlHoldsEverything(@ForAll("drafts") Draft one, @ForAll("drafts") Draft two)
      throws Exception {
    survives("yaml", List.of(one, two));
  }

  @Property(tries = 60)
  void aBundleHoldsEverything(@ForAll("drafts") Draft one, @ForAll("drafts") Draft two)
      throws Exception {
    survives("keyarbor", List.of(one, two));
  }

  /** A variable is a text of at least one character and without NUL; there it is kept whole. */
  @Property(tries = 150)
  void aDotenvFileKeepsValues(@ForAll("hostile") String text) throws Exception {
    String value = "x" + text;
    Draft draft = TransferKit.draft("A", Map.of(), "password", value);
    try (Reading reading = again("dotenv", List.of(draft))) {
      assertEquals(1, reading.drafts().size());
      assertEquals(
          List.of(value), List.copyOf(TransferKit.texts(reading.drafts().getFirst()).values()));
    } finally {
      draft.close();
    }
  }

  @Property(tries = 1)
  void aMegabyteSurvives() throws Exception {
    String large = "fake\"'\n$`😀\\".repeat(60_000);
    for (String format : List.of("json", "yaml", "keyarbor")) {
      survives(format, List.of(TransferKit.draft("A", Map.of(), "password", large)));
    }
    try (Reading reading =
        again("dotenv", List.of(TransferKit.draft("A", Map.of(), "password", large)))) {
      assertEquals(large, TestVaults.text(reading.drafts().getFirst().secrets().get("value")));
    }
  }
}
