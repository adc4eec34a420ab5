package io.keyarbor.transfer.kdbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.kdbx.Given.Content;
import io.keyarbor.transfer.kdbx.Given.Seen;
import io.keyarbor.vault.Details;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.time.api.Dates;

/** What is written comes back, whatever it is. */
class KdbxRoundTripTest {
  private Path file;

  @BeforeProperty
  void makeFile() throws IOException {
    file = Files.createTempFile("keyarbor", ".kdbx");
  }

  @AfterProperty
  void removeFile() throws IOException {
    Files.delete(file);
  }

  /** Text that XML can hold, with all that it is touchy about. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> touchy =
        Arbitraries.of(
            '<', '>', '&', '"', '\'', '\r', '\n', '\t', ' ', ']', '{', '%', ';', ',', ':');
    Arbitrary<String> words =
        Arbitraries.of("密码", "🔑", "é", "]]>", "&#13;", "<!--", "\r\n", "Keyarbor", "Title", "otp");
    return Arbitraries.oneOf(
            touchy.map(String::valueOf), words, Arbitraries.strings().alpha().ofMaxLength(5))
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Map<String, String>> plain() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of("username", "url", "UserName", "otp", "Title", ""), texts());
    return Arbitraries.maps(names, texts()).ofMaxSize(4);
  }

  @Provide
  Arbitrary<Map<String, byte[]>> hidden() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
                "password", "totp", "otp", "Password", "file:a.bin", "file:", "file:Keyarbor", ""),
            texts());
    Arbitrary<byte[]> values =
        Arbitraries.oneOf(
            texts().map(t -> t.getBytes(StandardCharsets.UTF_8)),
            texts().map(t -> ("otpauth://" + t).getBytes(StandardCharsets.UTF_8)),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
    return Arbitraries.maps(names, values).ofMaxSize(5);
  }

  @Provide
  Arbitrary<Details> details() {
    return Combinators.combine(
            texts().filter(t -> !t.isBlank()),
            Arbitraries.of("generic-login", "github", "proxmox"),
            plain(),
            texts().filter(t -> !t.isBlank()).set().ofMaxSize(3),
            Arbitraries.of(true, false),
            texts(),
            Dates.dates().optional())
        .as((name, service, fields, tags, favourite, notes, expires) ->
            new Details(
                name,
                service,
                Optional.empty(),
                fields,
                tags,
                favourite,
                notes,
                expires,
                new TlsTrust.SystemTrust()));
  }

  @Property(tries = 100)
  void whatIsWrittenComesBack(
      @ForAll("details") Details details,
      @ForAll("hidden") Map<String, byte[]> hidden,
      @ForAll @Size(max = 4) List<@AlphaChars @StringLength(max = 5) String> groups)
      throws Exception {
    Map<String, Secret> secrets = new HashMap<>();
    hidden.forEach((name, bytes) -> {
      if (!details.fields().containsKey(name)) {
        secrets.put(name, Given.secret(bytes));
      }
    });
    // Nothing but a note comes back as a secret that is a note.
    Assume.that(!details.fields().isEmpty() || !secrets.isEmpty() || details.notes().isEmpty());
    try (Draft draft = new Draft("here", groups, details, secrets)) {
      List<Skipped> skipped = Given.write(file, draft);
      assertEquals(List.of(Seen.of(draft)), Given.read(file).drafts());
      assertTrue(
          skipped.stream().allMatch(s -> s.why().endsWith("is written as an attached file")),
          skipped::toString);
    }
  }

  @Example
  void aFieldMayBeCalledLikeAnAttachedFile() throws Exception {
    try (Draft draft =
        Given.draft(
            "x",
            List.of(),
            Map.of("file a.txt", "plain"),
            Map.of("file:a.txt", Given.secret("visibly-fake")))) {
      assertEquals(List.of(), Given.write(file, draft));
      assertEquals(List.of(Seen.of(draft)), Given.read(file).drafts());
    }
  }

  @Example
  void whatXmlCannotHoldIsToldAndSecretsLoseNothing() throws Exception {
    Details details =
        new Details(
            "bell\u0007",
            "generic-login",
            Optional.empty(),
            Map.of("host", "a\u0000b"),
            Set.of("t\u0001"),
            false,
            "half \uD83D of a pair",
            Optional.empty(),
            new TlsTrust.Pin("AB"));
    byte[] bytes = {'a', 0, 27, (byte) 0xFF};
    try (Draft draft =
        new Draft("here", List.of("g\u0002"), details, Map.of("pin", Given.secret(bytes)))) {
      List<Skipped> skipped = Given.write(file, draft);
      Seen seen = Given.read(file).drafts().getFirst();
      assertEquals("bell\uFFFD", seen.name());
      assertEquals(Map.of("host", "a\uFFFDb"), seen.fields());
      assertEquals(Set.of("t\uFFFD"), seen.tags());
      assertEquals("half \uFFFD of a pair", seen.notes());
      assertEquals(List.of("g\uFFFD"), seen.groups());
      assertEquals(Map.of("pin", "a\0\u001b\u00FF"), seen.bytes());
      assertEquals(
          Set.of(
              "its name has characters that KDBX cannot hold; each is written as U+FFFD",
              "its notes has characters that KDBX cannot hold; each is written as U+FFFD",
              "its host has characters that KDBX cannot hold; each is written as U+FFFD",
              "its tag has characters that KDBX cannot hold; each is written as U+FFFD",
              "its group's name has characters that KDBX cannot hold; each is written as U+FFFD",
              "its pin is no text, and is written as an attached file",
              "which certificate its tests trust is not written"),
          Set.copyOf(skipped.stream().map(Skipped::why).toList()));
    }
  }

  @Example
  void theLongestValuesComeBack() throws Exception {
    byte[] text = "🔑".repeat(Draft.MOST_BYTES / 4).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[Draft.MOST_BYTES];
    Arrays.fill(bytes, (byte) 0xFE);
    try (Draft one = Given.draft("1", List.of(), Map.of(), Map.of("k", Given.secret(text)));
        Draft two = Given.draft("2", List.of(), Map.of(), Map.of("file:f", Given.secret(bytes)));
        Draft three =
            Given.draft("3", List.of(), Map.of("long", "x\r".repeat(400_000)), Map.of())) {
      assertEquals(List.of(), Given.write(file, one, two, three));
      assertEquals(List.of(Seen.of(one), Seen.of(two), Seen.of(three)), Given.read(file).drafts());
    }
  }

  @Example
  void manyDraftsKeepTheirGroups() throws Exception {
    Draft[] drafts = new Draft[200];
    for (int i = 0; i < drafts.length; i++) {
      drafts[i] =
          Given.draft(
              "entry " + i,
              i % 3 == 0 ? List.of() : List.of("a", "b" + i % 3),
              Map.of(),
              Map.of("password", Given.secret("visibly-fake-" + i)));
    }
    Given.write(file, drafts);
    Content content = Given.read(file);
    assertEquals(drafts.length, content.drafts().size());
    for (Draft draft : drafts) {
      assertEquals(Seen.of(draft), content.of(draft.details().name()));
      draft.close();
    }
  }

  @Example
  void theExpiryIsADayInAnyTimeZone() throws Exception {
    Details details =
        new Details(
            "x",
            "generic-login",
            Optional.empty(),
            Map.of(),
            Set.of(),
            false,
            "",
            Optional.of(LocalDate.of(2031, 3, 30)),
            new TlsTrust.SystemTrust());
    Given.write(file, new Draft("x", List.of(), details, Map.of()));
    assertEquals(details.expires(), Given.read(file).of("x").expires());
  }

  @Example
  void aPasswordIsNeededAndDeepGroupsAreRefused() {
    Draft deep = Given.draft("x", java.util.Collections.nCopies(100, "g"), Map.of(), Map.of());
    assertThrows(TransferException.class, () -> Given.write(file, deep));
    for (Optional<Secret> none : List.of(Optional.<Secret>empty(), Optional.of(Given.secret("")))) {
      TransferException fault =
          assertThrows(
              TransferException.class,
              () ->
                  new KdbxExport(() -> Given.CHEAP)
                      .write(List.of(), none, OutputStream.nullOutputStream()));
      assertEquals("A KeePass database needs a password; give it one.", fault.getMessage());
    }
  }

  @Example
  void theStreamOfTheCallerStaysOpen() throws Exception {
    var closed = new boolean[1];
    OutputStream out =
        new java.io.FilterOutputStream(Files.newOutputStream(file)) {
          @Override
          public void close() throws IOException {
            closed[0] = true;
            super.close();
          }
        };
    try (Secret password = Given.secret(Given.PASSWORD)) {
      new KdbxExport(() -> Given.CHEAP, Given.ZONE).write(List.of(), Optional.of(password), out);
    }
    assertEquals(false, closed[0]);
    out.close();
    assertEquals(List.of(), Given.read(file).drafts());
  }
}
