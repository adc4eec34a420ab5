package io.keyarbor.transfer.kdbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.TransferException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made to take a machine's memory or its day, by somebody who knows their password. */
@Timeout(60)
class KdbxHostileTest {
  private static final Limits LOW =
      new Limits(1024, 4096, 100_000, 1 << 24, 1 << 20, 1 << 20, 1000, 10);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("db.kdbx");
  }

  private String refused(Limits limits) {
    TransferException fault =
        assertThrows(
            TransferException.class,
            () -> Given.read(file(), Given.PASSWORD, Optional.empty(), limits));
    assertFalse(fault.isWrongPassword(), fault.getMessage());
    return fault.getMessage().substring((file() + ": ").length());
  }

  private static VariantDictionary argon2(long bytes, long passes, int lanes) {
    return new VariantDictionary()
        .put("$UUID", Kdf.ARGON2ID)
        .put("S", new byte[32])
        .put("P", lanes)
        .put("M", bytes)
        .put("I", passes)
        .put("V", 0x13);
  }

  @ParameterizedTest
  @CsvSource({
    "68719476736, 1, 1",
    "9223372036854775807, 1, 1",
    "1048576, 9223372036854775807, 1",
    "1073741824, 65, 4",
    "1073741824, 1, 257"
  })
  void aDerivationThatAsksForTooMuchIsNotBegun(long bytes, long passes, int lanes)
      throws Exception {
    new Forged().with(argon2(bytes, passes, lanes)).version4(file(), Forged.entry(""));
    assertEquals(
        "its key derivation asks for %d MiB of memory, %d times over, in %d lanes; that is more than is given, so save it with less."
            .formatted(bytes / 1024 / 1024, passes, lanes),
        refused(Limits.USUAL));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1024, 1, 1", "1048576, 0, 1", "1048576, 1, 0"})
  void aDerivationThatCannotBeIsTold(long bytes, long passes, int lanes) throws Exception {
    new Forged().with(argon2(bytes, passes, lanes)).version4(file(), Forged.entry(""));
    assertEquals("its header is damaged; take an undamaged copy of it.", refused(Limits.USUAL));
  }

  @Test
  void tooManyRoundsOfAesAreNotBegun() throws Exception {
    new Forged()
        .with(
            new VariantDictionary()
                .put("$UUID", Kdf.AES_KDBX4)
                .put("R", 1_000_000_001L)
                .put("S", new byte[32]))
        .version4(file(), Forged.entry(""));
    assertEquals(
        "its key derivation asks for 1000000001 rounds; at most 1000000000 are done, so save it with fewer.",
        refused(Limits.USUAL));
  }

  @Test
  void whatProgramsUsuallyAskForIsWithinTheLimits() throws Exception {
    // KeePassXC makes 64 MiB with about 14 passes by itself; people set more by hand.
    Kdf.of(argon2(64L << 20, 14, 2), Limits.USUAL);
    Kdf.of(argon2(64L << 20, 1000, 2), Limits.USUAL);
    Kdf.of(argon2(1L << 30, 64, 16), Limits.USUAL);
    Kdf.Aes.of(60_000_000, new byte[32], Limits.USUAL);
  }

  @Test
  void aBombOfZerosIsStopped() throws Exception {
    byte[] zeros = new byte[1 << 20];
    new Forged()
        .version4(
            file(),
            out -> {
              out.write(
                  Forged.root("")
                      .replace("</Root></KeePassFile>", "")
                      .getBytes(StandardCharsets.UTF_8));
              for (int i = 0; i < 64; i++) {
                out.write(zeros);
              }
            });
    assertTrue(Files.size(file()) < 1 << 18, "it is short");
    // The first bytes are taken for an inner header, whose lengths lie.
    refused(Limits.USUAL);
    new Forged().version4(file(), Forged.entry("<Notes>" + " ".repeat(2 << 20) + "</Notes>"));
    assertEquals("it unpacks to more than 1 MiB; split it.", refused(LOW));
  }

  @Test
  void anAttachedFileThatUnpacksToTooMuchIsLeftOut() throws Exception {
    byte[] zeros = new byte[1 << 20];
    var packed = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new java.util.zip.GZIPOutputStream(packed)) {
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    new Forged()
        .version3(
            file(),
            Forged.entry(
                "<Binary><Key>a</Key><Value Compressed=\"True\">"
                    + java.util.Base64.getEncoder().encodeToString(packed.toByteArray())
                    + "</Value></Binary>"));
    var content = Given.read(file());
    assertEquals(1, content.drafts().size());
    assertEquals(1, content.skipped().size());
  }

  @Test
  void entitiesAndDocumentTypesAreRefused() throws Exception {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">");
    for (char c = 'b'; c < 'k'; c++) {
      bomb.append("<!ENTITY ")
          .append(c)
          .append(" \"")
          .append(("&" + (char) (c - 1) + ";").repeat(10))
          .append("\">");
    }
    new Forged().version4(file(), bomb + "]>" + Forged.entry(Forged.string("Title", "&j;")));
    assertEquals(
        "its content declares a document type, which no database does.", refused(Limits.USUAL));
    new Forged().version4(file(), "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + Forged.entry(""));
    assertEquals(
        "its content declares a document type, which no database does.", refused(Limits.USUAL));
    new Forged().version4(file(), Forged.entry(Forged.string("Title", "&j;")));
    assertTrue(refused(Limits.USUAL).contains("is damaged"));
  }

  @Test
  void aMillionNestedGroupsAreRefused() throws Exception {
    new Forged().version4(file(), Forged.root("<Group>".repeat(1_000_000)));
    assertEquals("its content is nested deeper than 108 elements.", refused(Limits.USUAL));
    new Forged().version4(file(), Forged.entry("<x>".repeat(1_000_000)));
    assertEquals("its content is nested deeper than 108 elements.", refused(Limits.USUAL));
  }

  @Test
  void moreThanAPersonHasIsRefused() throws Exception {
    new Forged().version4(file(), Forged.root("<Group>" + "<Entry/>".repeat(1001) + "</Group>"));
    assertEquals("it holds more than 1000 groups, entries and values; split it.", refused(LOW));
    new Forged().version4(file(), Forged.entry(Forged.string("x", "y").repeat(1001)));
    assertEquals("an entry holds more than 1000 values; split it.", refused(Limits.USUAL));
    new Forged()
        .version4(file(), Forged.root("<Group><Name>" + "x".repeat(10_001) + "</Name></Group>"));
    assertTrue(refused(Limits.USUAL).contains("is longer than 10000 characters"));
  }

  @Test
  void oneFileAttachedToManyEntriesIsCountedForEach() throws Exception {
    String entry = "<Entry><Binary><Key>a</Key><Value Ref=\"0\"/></Binary></Entry>";
    new Forged()
        .version4(
            file(), Forged.root("<Group>" + entry.repeat(20) + "</Group>"), new byte[100_000]);
    assertEquals("its values are longer than 1 MiB; split it.", refused(LOW));
  }

  @Test
  void aBlockWhoseLengthLiesTakesNoMemory() throws Exception {
    new Forged().version4(file(), Forged.entry(""));
    byte[] whole = Files.readAllBytes(file());
    int body = Header.read(Files.newInputStream(file())).read().length + 64;
    for (int length : new int[] {Integer.MAX_VALUE, -1, 60 << 20}) {
      byte[] lying = whole.clone();
      LittleEndian.buffer(lying).putInt(body + 32, length);
      Files.write(file(), lying);
      assertTrue(refused(Limits.USUAL).contains("take an undamaged copy"));
    }
  }

  @Test
  void anInnerHeaderWhoseLengthLiesTakesNoMemory() throws Exception {
    for (int length : new int[] {Integer.MAX_VALUE, -1, Draft.MOST_BYTES}) {
      new Forged()
          .version4(
              file(),
              out -> {
                out.write(3);
                out.write(LittleEndian.ofInt(length));
                out.write(1);
              });
      refused(Limits.USUAL);
    }
  }

  @Test
  void aFileThatIsTooLongIsNotRead() throws Exception {
    Files.write(file(), new byte[(1 << 24) + 1]);
    assertEquals("it is longer than 16 MiB; split it.", refused(LOW));
  }
}
